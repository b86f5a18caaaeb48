"""The programme (werking): what it is for, who does what, what must be in place, the rhythm."""
