package main

import "bitlens/engine/text"

// A document is a text as the window would open it.
type document struct {
	text     text.Bytes
	encoding text.Encoding
	disk     int // bytes of the file
}

// document reads a file: in the encoding of that name, or as it is recognised,
// or its own bytes if raw.
func (s *session) document(name, encoding string, raw bool) (*document, error) {
	in, err := s.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	disk, err := in.all()
	if err != nil {
		return nil, err
	}
	d := &document{encoding: text.Raw, disk: len(disk)}
	own := disk
	switch {
	case raw:
	case encoding != "":
		if d.encoding, err = text.ParseEncoding(encoding); err != nil {
			return nil, usageError{err}
		}
		if own, err = d.encoding.Decode(disk); err != nil {
			return nil, aboutFile(name, err)
		}
	default:
		d.encoding, own = text.Detect(disk)
	}
	d.text = text.NewSeq(own)
	return d, nil
}
