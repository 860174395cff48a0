//go:build !linux

package main

import "os"

// peakOf returns 0: unknown here.
func peakOf(*os.ProcessState) int64 { return 0 }

func processor() string { return "unknown processor" }
