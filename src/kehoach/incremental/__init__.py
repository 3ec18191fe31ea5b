"""What a build need not do again: plans and files that are as the build before left them."""
