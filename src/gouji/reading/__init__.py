"""Documents → model: the only stage that opens files. Format → grids and paragraphs → recognised forms → report."""
