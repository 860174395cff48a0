package measure

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"bitlens/engine/coder"
	"bitlens/engine/model"
	"bitlens/engine/text"
)

// A Receipt is what a model made of a text. Seconds are processor time.
type Receipt struct {
	Model           string
	OriginalBytes   int64
	CompressedBytes int64 // header + payload
	HeaderBytes     int64 // what the file says beside the payload
	PayloadBytes    int64
	Bits            float64 // sum of the surprises
	EncodeSeconds   float64
	DecodeSeconds   float64
	PeakBytes       int64 // the model's memory
	PriorBytes      int64 // what a decoder must own before it starts
	Verified        bool  // decoded and equal
	Exact           bool  // each byte is charged from the code that bought it
	Partial         bool  // stopped at OriginalBytes
}

// BitsPerByte returns the size of the whole file for each byte of the text;
// of an empty text there is nothing to state.
func (r Receipt) BitsPerByte() (float64, bool) {
	if r.OriginalBytes == 0 || r.Partial && r.PayloadBytes == 0 {
		return 0, false // a codec that was stopped has nothing to show for what it read
	}
	return float64(r.CompressedBytes) * 8 / float64(r.OriginalBytes), true
}

// A Phase is what an archive is being put through.
type Phase int

// The phases of an archive, in order.
const (
	Encoding Phase = iota
	Decoding
)

// A Progress is news of a run: only what is new since the last.
type Progress struct {
	Phase Phase
	Bytes int      // read or decoded so far
	Costs []uint32 // of the bytes before Bytes, in 2^-20 bit; to be kept or changed freely
	// Compressed is the size so far, header included.
	Compressed int64
	State      int64 // bytes of memory
}

// A Job is one model to be run over one text.
type Job struct {
	Entry *model.Entry
	Text  text.Bytes
	// Progress, if set, is called on the running goroutine, at most every
	// interval or so.
	Progress func(Progress)
	// Keep, if set, is handed the state of a predictor now and then, and may
	// clone it.
	Keep func(State)
	// Yield, if set, is called often and may wait, to let others run.
	Yield func(context.Context)
}

// A State is a predictor in the middle of a text: what it takes to go on from
// there and charge the same to the bit.
type State struct {
	At        int // bytes read
	Predictor model.Predictor
	Meter     coder.Meter
}

// interval is the least time between two reports: 40 a second.
const interval = 25 * time.Millisecond

// errDiffers says that a decoder did not give the text back.
var errDiffers = errors.New("what was decoded differs from the text")

// Archive compresses the job's text, decodes it and compares. When ctx ends
// the receipt is partial: it tells how far the encoder came.
func Archive(ctx context.Context, j Job) (r Receipt, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("model %s failed: %v", j.Entry.ID, e)
		}
	}()
	watch := StartWatch()
	defer watch.Stop()
	a := archive{Job: j, ctx: ctx}
	a.r = Receipt{Model: j.Entry.ID, PriorBytes: j.Entry.PriorBytes}
	err = a.encode()
	a.r.EncodeSeconds = watch.Lap()
	if err != nil {
		a.r.Partial = true
		return a.r, err
	}
	a.chargeCodec()
	err = a.decode()
	a.r.DecodeSeconds = watch.Lap()
	a.r.Verified = err == nil
	return a.r, err
}

// An archive is an Archive under way.
type archive struct {
	Job
	ctx   context.Context
	r     Receipt
	file  bytes.Buffer
	w     *coder.Writer
	costs []uint32 // since the last report
	last  time.Time
	at    int
}

// encode writes the archive.
func (a *archive) encode() (err error) {
	if a.w, err = coder.NewWriter(&a.file, a.Entry); err != nil {
		return err
	}
	var cost uint64
	a.w.Charge = func(c uint32) {
		cost += uint64(c)
		if a.Progress != nil {
			a.costs = append(a.costs, c)
		}
	}
	err = a.eachPiece(func(p []byte) error {
		_, err := a.w.Write(p)
		return err
	})
	// A predictor that is stopped can still close its code: the sizes are then
	// those of the text up to there.
	if err == nil || a.Entry.New != nil && a.ctx.Err() != nil {
		if e := a.w.Close(); err == nil {
			err = e
		}
	}
	a.report(Encoding, true)
	a.r.OriginalBytes, a.r.CompressedBytes, a.r.PayloadBytes = a.w.Sizes()
	a.r.HeaderBytes = a.r.CompressedBytes - a.r.PayloadBytes
	if err != nil && a.Entry.New == nil {
		a.r.CompressedBytes, a.r.PayloadBytes = a.r.HeaderBytes, 0
	}
	a.r.Bits = Bits(cost)
	a.r.PeakBytes = a.stateBytes()
	a.r.Exact = a.Entry.New != nil
	return err
}

// eachPiece hands the text to f piece by piece, small enough that a cancelled
// context is seen in time.
func (a *archive) eachPiece(f func([]byte) error) error {
	piece := pieceLen(a.Entry)
	for part := range a.Text.Parts(0, a.Text.Len()) {
		for len(part) > 0 {
			if err := a.pause(); err != nil {
				return err
			}
			n := min(piece, len(part))
			if err := f(part[:n]); err != nil {
				return err
			}
			part = part[n:]
			a.at += n
			if p, meter := a.w.State(); p != nil && a.Keep != nil {
				a.Keep(State{a.at, p, meter})
			}
			a.report(Encoding, false)
		}
	}
	return a.ctx.Err()
}

// pieceLen is how many bytes take a model about 5 ms.
func pieceLen(e *model.Entry) int {
	if e.Nanos <= 0 {
		return 256
	}
	return int(min(max(5e6/e.Nanos, 16), 16<<10))
}

// pause lets others run, and returns why to stop.
func (a *archive) pause() error {
	if a.Yield != nil {
		a.Yield(a.ctx)
	}
	return a.ctx.Err()
}

// report tells what is new, when it is time or when force says so.
func (a *archive) report(phase Phase, force bool) {
	if a.Progress == nil || !force && time.Since(a.last) < interval {
		return
	}
	p := Progress{Phase: phase, Bytes: a.at, Costs: a.costs, State: a.stateBytes()}
	_, p.Compressed, _ = a.w.Sizes()
	p.Compressed += int64(a.w.Buffered())
	a.Progress(p)
	a.costs = nil
	a.last = time.Now()
}

func (a *archive) stateBytes() int64 {
	if s, ok := a.Entry.Codec().(model.Sizer); ok {
		return s.StateBytes()
	}
	return a.w.StateBytes()
}

// chargeCodec charges each byte for its part of a codec's stream, by the
// format where it tells, else evenly.
func (a *archive) chargeCodec() {
	c := a.Entry.Codec()
	if c == nil {
		return
	}
	n := a.Text.Len()
	a.r.Bits = float64(a.r.PayloadBytes) * 8
	if a.Progress == nil {
		return
	}
	if charger, ok := c.(model.Charger); ok {
		if stream, err := coder.Payload(a.file.Bytes()); err == nil {
			a.costs, a.r.Exact, err = charger.Charge(stream, n)
			if err != nil || len(a.costs) != n {
				a.costs, a.r.Exact = nil, false
			}
		}
	}
	if a.costs == nil {
		a.costs = Even(uint64(a.r.PayloadBytes)*8*costUnit, n)
	}
	a.report(Encoding, true)
}

// Even divides a cost among n bytes so that it adds up.
func Even(cost uint64, n int) []uint32 {
	costs := make([]uint32, n)
	for i := range costs {
		share := cost / uint64(n-i)
		costs[i] = uint32(min(share, uint64(unknown)-1))
		cost -= share
	}
	return costs
}

// decode reads the archive back and compares.
func (a *archive) decode() error {
	open := func(string) (*model.Entry, error) { return a.Entry, nil }
	r, err := coder.NewReader(bytes.NewReader(a.file.Bytes()), open)
	if err != nil {
		return err
	}
	a.at = 0
	got := make([]byte, pieceLen(a.Entry))
	for {
		if err := a.pause(); err != nil {
			return err
		}
		n, err := r.Read(got)
		if !bytes.Equal(got[:n], a.Text.Slice(a.at, a.at+n)) {
			return errDiffers
		}
		a.at += n
		a.report(Decoding, err == io.EOF)
		switch {
		case err == io.EOF && a.at == a.Text.Len():
			return nil
		case err == io.EOF:
			return errDiffers
		case err != nil:
			return err
		}
	}
}
