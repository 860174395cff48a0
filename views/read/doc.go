// Package read is the screen where a text is read: each unit tinted by what it
// cost, painted while the model reads and edited in place.
package read
