"""getUpdates and the webhook's methods."""

from typing import Any

from .errors import circumstance, misuse
from .reading import Arguments
from .updates import ALL_KINDS, MAX_LIMIT
from .webhook import Hook, checked
from .world import World

WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


async def get_updates(world: World, given: Arguments) -> Any:
    limit, timeout = given.find("limit", int), given.find("timeout", int) or 0
    limit = MAX_LIMIT if limit is None else limit
    if not 1 <= limit <= MAX_LIMIT or timeout < 0:
        raise misuse(f"limit must be 1-{MAX_LIMIT} and timeout positive, got {limit} and {timeout}")
    if world.webhook.hook is not None:
        raise circumstance(409, WEBHOOK_ACTIVE)
    _subscribe(world, given)
    return await world.updates.poll(given.find("offset", int) or 0, limit, timeout)


def set_webhook(world: World, given: Arguments) -> Any:
    url = given.need("url", str)
    if not url:
        return delete_webhook(world, given)
    hook = checked(Hook(url, given.find("secret_token", str), given.find("max_connections", int) or 40))
    _subscribe(world, given)
    if given.find("drop_pending_updates", bool):
        world.updates.drop()
    world.webhook.set(hook)
    return True


def delete_webhook(world: World, given: Arguments) -> Any:
    world.webhook.clear()
    if given.find("drop_pending_updates", bool):
        world.updates.drop()
    return True


def get_webhook_info(world: World, _given: Arguments) -> Any:
    hook, trouble = world.webhook.hook, world.webhook.trouble
    found: dict[str, Any] = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": world.updates.pending,
    }
    if hook:
        found |= {"max_connections": hook.max_connections, "ip_address": "127.0.0.1"}
    if trouble:
        found |= {"last_error_date": trouble.date, "last_error_message": trouble.message}
    if world.updates.allowed:
        found["allowed_updates"] = list(world.updates.allowed)
    return found


def _subscribe(world: World, given: Arguments) -> None:
    """Not named, the previous setting stays; named and empty, the default comes back."""
    allowed = given.find("allowed_updates", tuple)
    if allowed is None:
        return
    unknown = set(allowed) - ALL_KINDS
    if unknown:
        raise misuse(f"unknown update types: {', '.join(sorted(unknown))}")
    world.updates.allowed = allowed
