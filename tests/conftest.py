"""What every test stands on."""

import os

# A refusal's waiting time as a timedelta: what the Telegram client will give by default in its next version.
os.environ.setdefault("PTB_TIMEDELTA", "true")
