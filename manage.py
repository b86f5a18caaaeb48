"""Django's usual door; `naast` is the same command once the package is installed."""

from config.cli import main

if __name__ == "__main__":
    main()
