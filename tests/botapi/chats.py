"""What Telegram keeps: people, chats and the messages in them."""

from dataclasses import dataclass, field, replace

from .formatting import Formatted
from .keyboards import Keyboard
from .values import Document, Message


@dataclass(frozen=True, slots=True)
class File:
    file_id: str
    unique_id: str
    path: str
    name: str
    mime_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Text:
    body: Formatted


@dataclass(frozen=True, slots=True)
class Picture:
    file: File
    width: int
    height: int
    body: Formatted


@dataclass(frozen=True, slots=True)
class Attachment:
    file: File
    body: Formatted


@dataclass(frozen=True, slots=True)
class Sticker:
    file: File
    emoji: str


@dataclass(frozen=True, slots=True)
class Voice:
    file: File
    duration: int


Content = Text | Picture | Attachment | Sticker | Voice


@dataclass(frozen=True, slots=True)
class Post:
    """A message in a chat. `revision` rises over all chats, with each message and each edit."""

    message_id: int
    chat_id: int
    author: int
    date: int
    content: Content
    keyboard: Keyboard | None
    revision: int
    reply_to: int | None = None
    edit_date: int | None = None


@dataclass(slots=True)
class Person:
    id: int
    first_name: str
    username: str | None
    language_code: str | None
    blocked: bool = False
    deactivated: bool = False


@dataclass(slots=True)
class Chat:
    """A private chat has its person's id; a group has a negative one. `read` is how far each person has looked on."""

    id: int
    title: str
    started: bool = True
    posts: dict[int, Post] = field(default_factory=dict)
    last_message_id: int = 0
    read: dict[int, int] = field(default_factory=dict)

    def next_message_id(self) -> int:
        self.last_message_id += 1
        return self.last_message_id

    def by(self, author: int) -> list[Post]:
        return [post for post in self.posts.values() if post.author == author]


def body(content: Content) -> Formatted:
    """The text or the caption."""
    match content:
        case Text(body=found) | Picture(body=found) | Attachment(body=found):
            return found
        case _:
            return Formatted("")


def with_body(content: Content, new: Formatted) -> Content:
    match content:
        case Text() | Picture() | Attachment():
            return replace(content, body=new)
        case _:
            return content


def seen(post: Post) -> Message:
    """A message of the bot, for the eyes of a test."""
    content, words = post.content, body(post.content)
    return Message(
        message_id=post.message_id,
        text=words.text if isinstance(content, Text) else "",
        entities=words.entities,
        buttons=post.keyboard.rows if post.keyboard else (),
        photo=content.file.data if isinstance(content, Picture) else None,
        document=Document(content.file.name, content.file.data) if isinstance(content, Attachment) else None,
        caption="" if isinstance(content, Text) else words.text,
        edited=post.edit_date is not None,
        links=dict(post.keyboard.links) if post.keyboard else {},
    )
