package workspace

import (
	"runtime"
	"time"

	"bitlens/engine/induction/language"
	"bitlens/engine/measure"
	"bitlens/engine/model"
	"bitlens/engine/text"
	"bitlens/engine/zoo"
)

// A Topic names a part of the workspace that observers look at.
type Topic int

// The topics.
const (
	TextTopic     Topic = iota // another text, or an edit
	CursorTopic                // cursor or brush moved
	ModelTopic                 // another model was chosen
	UnitTopic                  // another unit or measure was chosen
	ReadingTopic               // the reading has come further, or ended
	PeekTopic                  // what the model expected at the cursor is known
	SurveyTopic                // the survey that the measure needs has come further
	RaceTopic                  // the race has come further
	DraftTopic                 // the draft has come further
	PlayTopic                  // the play has come further
	MatrixTopic                // the race over several texts has come further
	ExplainTopic               // the search for programs has come further
	LearningTopic              // a model has reached a stage of what it learns
	SavingTopic                // a file begins to be written, or is
	NoticeTopic                // there is something to tell the person
	LookTopic                  // theme or language changed
	topics
)

// DefaultModel is the model that a text is first read with.
const DefaultModel = "cm"

// A Workspace is the state that screens share.
type Workspace struct {
	do    func(func())
	slots *measure.Slots
	watch [topics][]func()

	doc     Document
	saved   text.Bytes // as it stands on disk
	version int        // raised by every change of the text
	opened  int        // raised when another text is opened
	loads   int        // raised when a file begins to be loaded
	// Budget is how many bytes checkpoints may take.
	Budget int64

	model      *model.Entry
	rival      *Reading // by a second model, or nil
	unit       text.Unit
	measure    Measure
	survey     *Survey // what the measure needs to know of every byte, or nil
	cursor     int
	brush      [2]int
	reading    *Reading
	race       *Race
	racers     []*model.Entry // who races; nil for all of the zoo
	matrix     *Matrix
	explaining *Explaining
	growing    *Growing
	learning   *Learning
	learned    []*language.Program // that explained sequences before
	peek       Peek
	top        int // the first byte on screen
	approach   approach
	draft      *Draft
	play       *Play
	later      *time.Timer // a peek that is about to be asked for
	asking     int         // raised by every such question, and when it is dropped
	savings    []*Saving
	notice     Notice

	recovery recovery
	goTo     func(Link)
}

// A Document is the open text and where it comes from.
type Document struct {
	Text     text.Bytes
	Name     string // what the window calls it
	Path     string // the file, or "" if there is none
	Encoding text.Encoding
	Disk     int // bytes of the file when it was opened or saved
}

// New returns a workspace with an empty text. do runs a function on the
// window's goroutine, later.
func New(do func(func())) *Workspace {
	w := &Workspace{
		do: do, slots: measure.NewSlots(max(1, runtime.GOMAXPROCS(0)-1)),
		Budget: 512 << 20, unit: text.Char, measure: Bits,
	}
	w.doc.Encoding = text.UTF8
	w.model, _ = zoo.Open(DefaultModel)
	if w.model == nil {
		w.model = zoo.All()[0]
	}
	w.reading = newReading(w, w.model)
	w.race, w.matrix, w.explaining, w.growing, w.learning = &Race{}, &Matrix{}, &Explaining{}, &Growing{}, &Learning{}
	return w
}

// On calls f on every change of a topic.
func (w *Workspace) On(t Topic, f func()) { w.watch[t] = append(w.watch[t], f) }

// Forget drops all observers: the views that had them are made anew.
func (w *Workspace) Forget() { w.watch = [topics][]func(){} }

// tell calls the observers of topics.
func (w *Workspace) tell(ts ...Topic) {
	for _, t := range ts {
		for _, f := range w.watch[t] {
			f()
		}
	}
}

// Document returns the open text.
func (w *Workspace) Document() Document { return w.doc }

// Text returns the bytes of the open text.
func (w *Workspace) Text() text.Bytes { return w.doc.Text }

// Version changes with every change of the text.
func (w *Workspace) Version() int { return w.version }

// Dirty reports whether the text differs from what stands on disk.
func (w *Workspace) Dirty() bool { return !text.Equal(w.doc.Text, w.saved) }

// Open makes d the open text and begins to read it.
func (w *Workspace) Open(d Document) {
	w.recovery.forget()
	w.doc, w.saved = d, d.Text
	w.version++
	w.opened++
	w.loads++ // a file that is still being loaded comes too late
	w.cursor, w.brush = 0, [2]int{}
	w.StopRace()
	w.race = &Race{}
	dropped := w.dropLearning()
	w.dropSurvey() // its models read another text
	w.read()
	w.readRival()
	w.resurvey()
	w.tell(append(dropped, TextTopic, CursorTopic, ReadingTopic, RaceTopic)...)
}

// Edit replaces [lo,hi) of the text. What was read before lo stays.
func (w *Workspace) Edit(lo, hi int, with []byte) {
	w.doc.Text = w.doc.Text.Splice(lo, hi, with)
	w.version++
	w.brush = [2]int{}
	w.cursor = lo + len(with)
	w.DropDraft()
	w.StopPlay()
	w.StopRace()
	w.race = &Race{}
	dropped := w.dropLearning()
	w.reading.edit(lo, hi, len(with))
	if w.rival != nil {
		w.rival.edit(lo, hi, len(with))
	}
	w.survey.edit(lo, hi, len(with))
	w.recovery.note(w.do, w.Document)
	w.tell(append(dropped, TextTopic, CursorTopic, ReadingTopic, RaceTopic)...)
}

// Model returns the chosen model.
func (w *Workspace) Model() *model.Entry { return w.model }

// SetModel chooses a model by its id and reads the text with it. Where that is
// the second model, the two change places.
func (w *Workspace) SetModel(id string) error {
	e, err := zoo.Open(id)
	if err != nil {
		return err
	}
	if e.ID == w.model.ID {
		return nil
	}
	if w.rival != nil && e.ID == w.rival.entry.ID {
		w.Swap()
		return nil
	}
	w.model = e
	w.dropSurvey()
	w.renew()
	w.reading.begin()
	w.resurvey()
	w.tell(ModelTopic, ReadingTopic)
	return nil
}

// ReadAgain reads the text from its start.
func (w *Workspace) ReadAgain() {
	w.read()
	w.readRival()
	w.dropSurvey()
	w.resurvey()
	w.tell(ReadingTopic)
}

// read has the chosen model read the text from its start.
func (w *Workspace) read() {
	w.renew()
	w.reading.start()
}

// renew puts a reading by the chosen model, which has not begun, in place of
// the one before.
func (w *Workspace) renew() {
	w.reading.stop()
	w.dropPeek()
	w.DropDraft()
	w.StopPlay()
	w.reading = newReading(w, w.model)
}

// Reading returns the reading of the text by the chosen model.
func (w *Workspace) Reading() *Reading { return w.reading }

// Unit returns the chosen unit.
func (w *Workspace) Unit() text.Unit { return w.unit }

// SetUnit chooses a unit.
func (w *Workspace) SetUnit(u text.Unit) {
	w.unit = u
	w.dropPeek()
	w.tell(UnitTopic)
}

// Cursor returns the byte offset that all screens point at.
func (w *Workspace) Cursor() int { return w.cursor }

// SetCursor moves the cursor to a byte offset.
func (w *Workspace) SetCursor(at int) {
	at = min(max(at, 0), w.doc.Text.Len())
	if at != w.cursor {
		w.cursor = at
		w.tell(CursorTopic)
	}
}

// Brush returns the byte range that all screens mark; it is empty for none.
func (w *Workspace) Brush() (lo, hi int) { return w.brush[0], w.brush[1] }

// SetBrush marks a byte range.
func (w *Workspace) SetBrush(lo, hi int) {
	if b := [2]int{lo, hi}; b != w.brush {
		w.brush = b
		w.tell(CursorTopic)
	}
}

// A Notice is a sentence for the person. It blocks nothing.
type Notice struct {
	Text  string
	Error bool
}

// Notice returns the last notice.
func (w *Workspace) Notice() Notice { return w.notice }

// Tell shows a notice.
func (w *Workspace) Tell(text string) {
	w.notice = Notice{Text: text}
	w.tell(NoticeTopic)
}

// Fail shows what went wrong.
func (w *Workspace) Fail(err error) {
	w.notice = Notice{Text: err.Error(), Error: true}
	w.tell(NoticeTopic)
}

// Do runs f on the window's goroutine, later: for work that a view does apart
// from it.
func (w *Workspace) Do(f func()) { w.do(f) }

// LookChanged tells that theme or language are others now.
func (w *Workspace) LookChanged() { w.tell(LookTopic) }

// Cancel stops what runs and keeps what it has.
func (w *Workspace) Cancel() {
	w.reading.Cancel()
	if w.rival != nil {
		w.rival.Cancel()
	}
	w.survey.Cancel()
	w.StopRace()
	w.StopDraft()
	w.StopPlay()
	w.StopMatrix()
	w.StopExplaining()
	w.StopGrowing()
	w.StopLearning()
	w.StopSaving()
	if w.peek.Busy {
		w.dropPeek()
		w.tell(PeekTopic)
	}
}

// Close stops all jobs.
func (w *Workspace) Close() {
	w.StopRace()
	w.StopMatrix()
	w.StopExplaining()
	w.StopGrowing()
	w.StopLearning()
	w.reading.stop()
	w.stopRival()
	w.dropSurvey()
	w.DropDraft()
	w.StopPlay()
	w.dropPeek()
	w.dropApproach()
	w.StopSaving()
	w.recovery.forget()
}

// Busy reports whether anything runs.
func (w *Workspace) Busy() bool {
	_, _, reading := w.reading.Progress()
	return reading || w.rival.Busy() || w.survey.Busy() || w.race.Busy() || w.matrix.Busy() || w.explaining.Busy() || w.growing.Busy() || w.learning.Busy() || len(w.savings) > 0 || w.peek.Busy || w.draft.busy()
}
