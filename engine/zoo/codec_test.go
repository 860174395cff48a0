package zoo

import (
	"bytes"
	"io"
	"runtime"
	"slices"
	"testing"

	"bitlens/engine/coder"
	"bitlens/engine/model"
)

func eachCodec(t *testing.T, test func(t *testing.T, e *model.Entry)) {
	for _, e := range All() {
		if e.NewCodec != nil {
			t.Run(e.ID, func(t *testing.T) { test(t, e) })
		}
	}
}

// pack writes data with k in pieces of at most cut bytes.
func pack(t testing.TB, k model.Codec, data []byte, cut int) []byte {
	t.Helper()
	var buf bytes.Buffer
	w, err := k.NewWriter(&buf)
	for part := range slices.Chunk(data, cut) {
		if err == nil {
			_, err = w.Write(part)
		}
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func unpack(k model.Codec, stream []byte) ([]byte, error) {
	r, err := k.NewReader(bytes.NewReader(stream))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(r, 1<<20))
}

func TestCodecRoundTrip(t *testing.T) {
	eachCodec(t, func(t *testing.T, e *model.Entry) {
		for _, in := range inputs() {
			stream := pack(t, e.Codec(), in.data, 1<<20)
			if got, err := unpack(e.Codec(), stream); err != nil || !bytes.Equal(got, in.data) {
				t.Errorf("%s: %d bytes come back as %d: %v", in.name, len(in.data), len(got), err)
			}
			if again := pack(t, e.Codec(), in.data, 777); !bytes.Equal(again, stream) {
				t.Errorf("%s: other writes give another stream", in.name)
			}
		}
	})
}

// Costs add up to the stream, to the last unit.
func TestCharge(t *testing.T) {
	eachCodec(t, func(t *testing.T, e *model.Entry) {
		for _, in := range inputs() {
			stream := pack(t, e.Codec(), in.data, 1<<20)
			costs, exact, err := e.Codec().(model.Charger).Charge(stream, len(in.data))
			if err != nil {
				t.Errorf("%s: %v", in.name, err)
				continue
			}
			if want := exactly(e.Name); exact != want {
				t.Errorf("%s: exact is %v", in.name, exact)
			}
			var sum uint64
			for _, c := range costs {
				sum += uint64(c)
			}
			if want := uint64(len(stream)*8) << coder.CostBits; sum != want && len(costs) > 0 {
				t.Errorf("%s: costs add up to %d, the stream has %d", in.name, sum, want)
			}
		}
	})
}

func exactly(name string) bool {
	return name != "xz" && name != "brotli"
}

// What was cut or changed gives an error or some text, never a panic.
func TestCodecDamage(t *testing.T) {
	eachCodec(t, func(t *testing.T, e *model.Entry) {
		text := english(3000)
		stream := pack(t, e.Codec(), text, 1<<20)
		for n := 0; n < len(stream); n += 1 + n/50 {
			got, err := unpack(e.Codec(), stream[:n])
			if err == nil && e.Name != "s2" { // whose streams have no end mark
				t.Fatalf("cut at %d of %d: %d bytes and no error", n, len(stream), len(got))
			}
		}
		r := source()
		for range 500 {
			bad := slices.Clone(stream)
			for range 1 + r.IntN(3) {
				bad[r.IntN(len(bad))] ^= byte(1 << r.IntN(8))
			}
			unpack(e.Codec(), bad)
			e.Codec().(model.Charger).Charge(bad, len(text))
		}
		for range 300 {
			noise := random(r.IntN(200))
			unpack(e.Codec(), noise)
			e.Codec().(model.Charger).Charge(noise, 100)
		}
	})
}

// StateBytes is an estimate; here it is held against the heap.
func TestCodecStateBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("measures memory, which the race detector changes; without -short")
	}
	text := bytes.Repeat(append(english(200000), random(400000)...), 20)
	eachCodec(t, func(t *testing.T, e *model.Entry) {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		k := e.Codec()
		w, err := k.NewWriter(io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(text); err != nil {
			t.Fatal(err)
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		got, said := int64(after.HeapAlloc)-int64(before.HeapAlloc), k.(model.Sizer).StateBytes()
		if got > 2*said || said > 2*got {
			t.Errorf("holds %d bytes, says %d", got, said)
		}
		runtime.KeepAlive(w)
	})
}
