"""What each line of a Word file is: by the words that it says, its look and its place."""
