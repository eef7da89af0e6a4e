"""Static files under names that hold their content's hash, compressed, as far as `collectstatic` has gone."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """A file that was not collected keeps its own name, and WhiteNoise finds it in its app: nothing breaks."""

    def url(self, name: str | None, force: bool = True) -> str:
        """The address with the hash, with `DEBUG` on too: `manage.py demo` serves what a deployment would."""
        return super().url(name, force)

    def stored_name(self, name: str) -> str:
        """The collected file's name; `name` itself where there is none."""
        return self.hashed_files.get(self.hash_key(name), name)
