-- Learners and where each conversation stands. `state` is the learner as JSON, with its format number.
create table learners (
    id text primary key,
    version integer not null,
    channel text not null, -- the one spoken on last: where reminders go
    state text not null,
    created timestamp not null,
    touched timestamp not null
);

-- Who a learner is on a channel: a keyed hash, apart from learning data. The address is encrypted.
create table identities (
    channel text not null,
    hash text not null,
    learner text not null,
    address text,
    created timestamp not null,
    primary key (channel, hash)
);
create index identities_learner on identities (learner, channel);

-- Updates already taken, so that a repeated one counts once.
create table inbox (
    learner text not null,
    source text not null,
    taken timestamp not null,
    primary key (learner, source)
);
create index inbox_taken on inbox (taken);

-- Answers. Append-only: the source of every estimate.
create table responses (
    learner text not null,
    version integer not null,
    position integer not null,
    at timestamp not null,
    family text not null,
    competence text not null,
    counts integer not null,
    body text not null,
    primary key (learner, version, position)
);
create index responses_family on responses (family);

-- Due times. The same name replaces.
create table timers (
    learner text not null,
    name text not null,
    due timestamp not null,
    leased timestamp,
    primary key (learner, name)
);
create index timers_due on timers (due);

-- Replies still to be pushed to a channel, in order for each learner.
create table outbox (
    learner text not null,
    version integer not null,
    position integer not null,
    channel text not null,
    priority integer not null,
    body text not null,
    address text,
    ready timestamp not null,
    attempts integer not null default 0,
    primary key (learner, version, position)
);
create index outbox_ready on outbox (channel, priority, ready);

-- The messages that a channel shows for each prompt, so that they can be amended.
create table shown (
    learner text not null,
    channel text not null,
    number integer not null,
    message text not null,
    primary key (learner, channel, number)
);

-- Both sides of a conversation on the channels that are read from (browser, terminal), oldest first by `at`.
create table log (
    learner text not null,
    version integer not null,
    position integer not null,
    channel text not null,
    body text not null,
    said timestamp not null,
    primary key (learner, version, position)
);
create index log_said on log (said);

-- Events for another learner, taken as that learner's own turn.
create table posts (
    learner text not null,
    sender text not null,
    version integer not null,
    position integer not null,
    event text not null,
    posted timestamp not null,
    primary key (learner, sender, version, position)
);

-- Problems that learners report.
create table reports (
    learner text not null,
    version integer not null,
    position integer not null,
    at timestamp not null,
    family text not null,
    body text not null,
    primary key (learner, version, position)
);
create index reports_family on reports (family);
