"""Settings from the environment or a `.env` file: read once, checked at start."""

import os
import secrets
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class SettingsError(Exception):
    """The operator's fault: a setting that cannot be used, and its cure."""


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="DECLIC_", env_file=".env", extra="ignore", frozen=True)

    database: str = ""
    telegram_token: SecretStr | None = None
    telegram_api: str = "https://api.telegram.org"
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    public_url: str | None = None
    content: Path | None = None
    secret_key: SecretStr | None = None

    @property
    def database_path(self) -> Path:
        return Path(self.database) if self.database else user_data_path("declic") / "declic.db"

    @property
    def in_production(self) -> bool:
        """Reached from outside by a public address."""
        return self.public_url is not None


def read() -> Settings:
    """SettingsError names the variable and its cure."""
    try:
        settings = Settings()
    except ValidationError as error:
        wrong = error.errors()[0]
        name = "DECLIC_" + "_".join(str(part) for part in wrong["loc"]).upper()
        raise SettingsError(f"{name}: {wrong['msg']}. Correct it in the environment or in .env.") from error
    _check(settings)
    return settings


def _check(settings: Settings) -> None:
    if settings.database.startswith(("postgres", "mysql")):
        raise SettingsError("DECLIC_DATABASE: only a SQLite file is supported so far. Give the path of a file.")
    if settings.database_path.is_dir():
        raise SettingsError(f"DECLIC_DATABASE: {settings.database_path} is a folder. Give the path of a file.")
    if settings.content and not settings.content.is_dir():
        raise SettingsError(f"DECLIC_CONTENT: there is no folder {settings.content}. Create it or unset the variable.")
    if not settings.telegram_api.startswith(("http://", "https://")):
        raise SettingsError("DECLIC_TELEGRAM_API: it begins with http:// or https://.")
    if settings.public_url and not settings.public_url.startswith(("http://", "https://")):
        raise SettingsError("DECLIC_PUBLIC_URL: it begins with http:// or https://.")
    if settings.in_production and settings.secret_key is None:
        raise SettingsError(
            "DECLIC_SECRET_KEY is required with DECLIC_PUBLIC_URL. Set it to 32 random characters or more."
        )
    if settings.secret_key and len(settings.secret_key.get_secret_value()) < 16:
        raise SettingsError("DECLIC_SECRET_KEY is too short. Set it to 32 random characters.")


def secret_key(settings: Settings) -> str:
    """The secret key; made on first start and kept beside the database, for this user's eyes only."""
    if settings.secret_key:
        return settings.secret_key.get_secret_value()
    path = settings.database_path.with_suffix(".key")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32))
    except FileExistsError:
        pass
    return path.read_text().strip()
