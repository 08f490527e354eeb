"""From what is printed on a page (characters and ruled lines) to text lines and tables, whatever the page came from."""
