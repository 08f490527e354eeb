"""`python -m gouji` is `gouji`."""

import sys

from gouji.cli import main

if __name__ == "__main__":
    sys.exit(main())
