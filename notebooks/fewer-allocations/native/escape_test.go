package escape

import "testing"

var sink *Point

func TestAllocationBudget(t *testing.T) {
	budget := func(name string, most float64, f func()) {
		if n := testing.AllocsPerRun(1000, f); n > most {
			t.Errorf("%s: %v allocations a call, budget %v", name, n, most)
		} else {
			t.Logf("%s: %v allocations a call, budget %v", name, n, most)
		}
	}
	budget("Local", 0, func() { Local(1, 2) })
	budget("Returned", 1, func() { sink = Returned(1, 2) })
	budget("Printed", 0, func() { Printed(1000, 2000) })
}
