"""Sparing toner: flat backgrounds whitened, colours turned grey with their contrast kept."""
