"""What every test stands on."""

import os

from hypothesis import HealthCheck, settings

# A refusal's waiting time as a timedelta: what the Telegram client will give by default in its next version.
os.environ.setdefault("PTB_TIMEDELTA", "true")

# Machines are noisy: how long an example takes is measured by the benchmarks, and never asserted.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
