"""The sentences of the page around the conversation."""

from flows.wording import Words, _

LONGEST_TEXT = 4000

PAGE: dict[str, Words] = {
    "title": _("Déclic, a tutor for digital skills"),
    "conversation": _("Conversation"),
    "you": _("You:"),
    "tutor": _("Déclic:"),
    "field": _("Your message"),
    "placeholder": _("Write here"),
    "send": _("Send"),
    "chosen": _("chosen"),
    "code_block": _("Text to read as it stands"),
    "whole": _("Show the conversation from the beginning"),
    "newer": _("New messages below"),
    "picture": _("Your profile as a picture. The same facts are written just below."),
    "download": _("Download my data"),
    "menu": _("Menu"),
    "my_code": _("My return code"),
    "have_code": _("I have a return code"),
    "not_me": _("This is not me"),
    "back": _("Back to the conversation"),
    "hello": _("Hello!"),
    "welcome": _(
        "Déclic is a program that helps you get better with digital tools, through challenges taken from everyday life."
    ),
    "no_account": _("No account and no e-mail address are needed."),
    "begin": _("Start"),
    "lost": _("The connection is lost. I keep trying, and nothing you wrote is lost."),
    "found": _("The connection is back."),
    "waiting": _("Not sent yet"),
    "cookies": _("Your browser refuses the cookie by which this chat knows you from one message to the next."),
}

GONE: dict[str, Words] = {
    "heading": _("Everything is erased"),
    "text": _("Nothing is left here of your answers or of your profile. You may begin anew whenever you like."),
    "button": _("Begin anew"),
}

MY_CODE: dict[str, Words] = {
    "text": _("With this code you find your conversation again, on this device or on another."),
    "keep": _("Write it down, and keep it to yourself: whoever has it can read your conversation."),
    "none": _("You have not started a conversation here yet, so there is nothing to come back to."),
}

RETURN: dict[str, Words] = {
    "text": _("Type the code you wrote down. Capital letters, spaces and dashes do not matter."),
    "leaves": _(
        "The conversation open in this browser will be left. Write down its own code first, if you want to keep it."
    ),
    "field": _("Return code"),
    "button": _("Find my conversation"),
    "unknown": _("I do not know this code. Check each letter and each digit, then try again."),
    "slower": _("That makes many attempts. Wait a minute, then try again."),
}

NOT_ME: dict[str, Words] = {
    "text": _("On a shared computer, leave this conversation here: the next person will find an empty page."),
    "kept": _("It is not erased. Its return code opens it again."),
    "button": _("Leave this conversation"),
}

TROUBLE: dict[int, Words] = {
    400: _("Something in this message could not be read. Go back and try again."),
    403: _(
        "This page has grown old, or your browser refuses the cookie this chat needs. "
        "Open the conversation again and try once more."
    ),
    404: _("There is nothing at this address."),
    500: _("Something went wrong on our side. Go back and try again in a moment."),
}


def too_long(length: int) -> Words:
    return _(
        "Your message is {length} characters long, and I can read {limit} at once. Shorten it, or send it in parts.",
        length=length,
        limit=LONGEST_TEXT,
    )
