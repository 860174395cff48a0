// Package num holds the arithmetic that predictors share.
//
// A file that one computer wrote must decode on another, so numbers here
// come from integer operations, or from single additions, products and quotients
// of floating point in one fixed order, which round alike everywhere: math.Exp,
// Log and their like give other last bits on other processors.
//
// Probabilities of a binary decision are mixed in the logistic domain, where
// stretch(p) = ln(p / (1-p)) and squash is its inverse, 1 / (1 + e^-x). Adding
// evidence there is adding numbers (Mahoney 2005).
package num
