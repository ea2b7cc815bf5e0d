"""Keyed hashes of who somebody is on a channel, and encryption of the addresses we need to reply to."""

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet


class Secrets:
    """Both keys derive from the one secret key, which is kept outside the database."""

    def __init__(self, secret_key: str) -> None:
        root = secret_key.encode()
        self._hash_key = hashlib.sha256(b"identity:" + root).digest()
        self.web_key = hashlib.sha256(b"web:" + root).hexdigest()  # signs cookies
        self._fernet = Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"address:" + root).digest()))

    def identity(self, channel: str, who: str) -> str:
        """The keyed hash under which an identity is stored."""
        return hmac.new(self._hash_key, f"{channel}:{who}".encode(), hashlib.sha256).hexdigest()

    def seal(self, address: str) -> str:
        return self._fernet.encrypt(address.encode()).decode()

    def open(self, sealed: str) -> str:
        """InvalidToken when it was sealed with another key."""
        return self._fernet.decrypt(sealed.encode()).decode()
