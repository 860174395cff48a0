package neural

import "testing"

// Networks of one size have as many weights, give or take a tenth, or comparing
// what they learn would say little.
func TestSizesHaveAlikeWeights(t *testing.T) {
	for word, size := range sizes {
		a, b, c := &recurrent[size], &gated[size], &attentive[size]
		r := random(1)
		want := weightsIn(newStack(lstm{}, a.width, a.layers, &r))
		for _, net := range []network{newStack(gru{}, b.width, b.layers, &r), newTransformer(c.width, c.layers, &r)} {
			n := weightsIn(net)
			t.Logf("size %s: lstm %d weights, %T %d", word, want, net, n)
			if n*10 < want*9 || n*10 > want*11 {
				t.Errorf("size %s: lstm has %d weights, %T %d", word, want, net, n)
			}
		}
	}
}

// weightsIn returns the number of weights that learn.
func weightsIn(net network) (n int) {
	net.parts(func(p part) { n += len(p.state().values) })
	return n
}
