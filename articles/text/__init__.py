"""From the bytes of one raw news file to a `ParsedArticle`. Pure Python: nothing here knows Django."""
