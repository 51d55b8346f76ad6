-- The tables of a cluster of Samarkand. Every statement may be run again.

-- Jobs, their blocks, and the workers that were heard of.
CREATE TABLE IF NOT EXISTS samarkand_jobs
(
    id text PRIMARY KEY,
    kind text NOT NULL,
    study text NOT NULL,
    folder text NOT NULL,
    solver text NOT NULL,
    firsts integer[] NOT NULL,
    counts integer[] NOT NULL,
    results integer NOT NULL,
    done integer NOT NULL DEFAULT 0,
    results_done integer NOT NULL DEFAULT 0,
    state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
    failure text,
    reason text,
    epoch integer NOT NULL DEFAULT 0,
    holder text,
    made timestamptz NOT NULL DEFAULT now(),
    changed timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX IF NOT EXISTS samarkand_jobs_running ON samarkand_jobs (made) WHERE state = 'running';

-- One row for each block that is done: who held its lease, in which epoch of the job, and the hash of the file.
CREATE TABLE IF NOT EXISTS samarkand_blocks
(
    job text NOT NULL REFERENCES samarkand_jobs ON DELETE CASCADE,
    block integer NOT NULL,
    sha256 bytea NOT NULL,
    epoch integer NOT NULL,
    lease bigint NOT NULL,
    worker text NOT NULL,
    seconds double precision NOT NULL,
    PRIMARY KEY (job, block)
);

CREATE TABLE IF NOT EXISTS samarkand_workers
(
    name text PRIMARY KEY,
    solver text NOT NULL,
    threads integer NOT NULL,
    note text,
    seen timestamptz NOT NULL DEFAULT now()
);

-- The jobs of the page that servers share: each runs as a whole on one of the machines, whose lease has a number of its own.
CREATE TABLE IF NOT EXISTS samarkand_page_jobs
(
    id text PRIMARY KEY,
    solver text NOT NULL,
    question text NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed', 'stopped')),
    what text,
    part_done integer NOT NULL DEFAULT 0,
    part_all integer NOT NULL DEFAULT 0,
    problem text,
    stop boolean NOT NULL DEFAULT false,
    lease bigint NOT NULL DEFAULT 0,
    holder text,
    heard timestamptz,
    made timestamptz NOT NULL DEFAULT now(),
    changed timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX IF NOT EXISTS samarkand_page_jobs_open ON samarkand_page_jobs (made) WHERE state IN ('waiting', 'running');

-- What came of them, in every form in which it may be asked for.
CREATE TABLE IF NOT EXISTS samarkand_page_answers
(
    job text NOT NULL REFERENCES samarkand_page_jobs ON DELETE CASCADE,
    place integer NOT NULL,
    name text NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (job, name)
);

-- The membership of silos. Orleans (https://learn.microsoft.com/dotnet/orleans, MIT) asks for it through the queries in orleansquery, by the names of
-- their parameters and columns; the tables and the statements behind those names are Samarkand's own.
CREATE TABLE IF NOT EXISTS orleansquery
(
    querykey text PRIMARY KEY,
    querytext text NOT NULL
);

CREATE TABLE IF NOT EXISTS samarkand_membership
(
    deployment text PRIMARY KEY,
    version integer NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS samarkand_silos
(
    deployment text NOT NULL REFERENCES samarkand_membership ON DELETE CASCADE,
    address text NOT NULL,
    port integer NOT NULL,
    generation integer NOT NULL,
    silo_name text NOT NULL,
    host_name text NOT NULL,
    status integer NOT NULL,
    gateway integer,
    suspicions text,
    started timestamptz NOT NULL,
    alive timestamptz NOT NULL,
    PRIMARY KEY (deployment, address, port, generation)
);

INSERT INTO orleansquery (querykey, querytext) VALUES
('InsertMembershipVersionKey', '
WITH added AS (INSERT INTO samarkand_membership (deployment) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
SELECT count(*)::integer FROM added'),
('InsertMembershipKey', '
WITH turned AS (
    UPDATE samarkand_membership m SET version = m.version + 1
    WHERE m.deployment = @DeploymentId AND m.version = @Version
      AND NOT EXISTS (SELECT 1 FROM samarkand_silos s WHERE s.deployment = @DeploymentId AND s.address = @Address AND s.port = @Port AND s.generation = @Generation)
    RETURNING m.deployment),
added AS (
    INSERT INTO samarkand_silos (deployment, address, port, generation, silo_name, host_name, status, gateway, started, alive)
    SELECT deployment, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM turned
    RETURNING 1)
SELECT count(*)::integer FROM added'),
('UpdateMembershipKey', '
WITH turned AS (
    UPDATE samarkand_membership m SET version = m.version + 1 WHERE m.deployment = @DeploymentId AND m.version = @Version RETURNING m.deployment),
changed AS (
    UPDATE samarkand_silos s SET status = @Status, suspicions = @SuspectTimes, alive = @IAmAliveTime
    FROM turned WHERE s.deployment = turned.deployment AND s.address = @Address AND s.port = @Port AND s.generation = @Generation
    RETURNING 1)
SELECT count(*)::integer FROM changed'),
('UpdateIAmAlivetimeKey', '
UPDATE samarkand_silos SET alive = @IAmAliveTime
WHERE deployment = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation'),
('MembershipReadRowKey', '
SELECT m.deployment AS DeploymentId, s.address AS Address, s.port AS Port, s.generation AS Generation, s.silo_name AS SiloName, s.host_name AS HostName, s.status AS Status,
    s.gateway AS ProxyPort, s.suspicions AS SuspectTimes, s.started AS StartTime, s.alive AS IAmAliveTime, m.version AS Version
FROM samarkand_membership m LEFT JOIN samarkand_silos s ON s.deployment = m.deployment AND s.address = @Address AND s.port = @Port AND s.generation = @Generation
WHERE m.deployment = @DeploymentId'),
('MembershipReadAllKey', '
SELECT m.deployment AS DeploymentId, s.address AS Address, s.port AS Port, s.generation AS Generation, s.silo_name AS SiloName, s.host_name AS HostName, s.status AS Status,
    s.gateway AS ProxyPort, s.suspicions AS SuspectTimes, s.started AS StartTime, s.alive AS IAmAliveTime, m.version AS Version
FROM samarkand_membership m LEFT JOIN samarkand_silos s ON s.deployment = m.deployment
WHERE m.deployment = @DeploymentId'),
('DeleteMembershipTableEntriesKey', 'DELETE FROM samarkand_membership WHERE deployment = @DeploymentId'),
('GatewaysQueryKey', '
SELECT address AS Address, gateway AS ProxyPort, generation AS Generation FROM samarkand_silos
WHERE deployment = @DeploymentId AND status = @Status AND gateway > 0'),
('CleanupDefunctSiloEntriesKey', '
DELETE FROM samarkand_silos WHERE deployment = @DeploymentId AND alive < @IAmAliveTime AND status <> 3')
ON CONFLICT (querykey) DO UPDATE SET querytext = EXCLUDED.querytext;
