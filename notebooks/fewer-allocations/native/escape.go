// The same point, three times: used here, returned, and handed to an interface.
package escape

import "fmt"

type Point struct{ X, Y int }

func Local(a, b int) int {
	p := &Point{a, b}
	return p.X + p.Y
}

func Returned(a, b int) *Point {
	return &Point{a, b}
}

func Printed(a, b int) string {
	p := Point{a, b}
	return fmt.Sprint(p.X, p.Y)
}
