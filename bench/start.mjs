#!/usr/bin/env node
// How long F5 takes: from the start of the app host's process to every workload healthy and the first job answered, phase by phase.
//
//   node bench/start.mjs [--runs N] [--fresh true] [--infrastructure containers] [--dotnet-run]
//
//   --runs N       runs (default 5); the first one, which may fill caches, is printed but not counted
//   --fresh true   each run starts with empty data
//   --infrastructure containers|embedded   what Postgres and Redis run as (default embedded)
//   --dotnet-run   starts it with `dotnet run` and reports MSBuild's share apart
//
// Build first: dotnet build VoiceAssist.AppHost. Prints the median and the range of each phase, in seconds.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const option = (name, fallback) => (args.includes(name) ? args[args.indexOf(name) + 1] : fallback);
const runs = Number(option('--runs', '5'));
const fresh = option('--fresh', 'false');
const switches = ['--fresh', fresh, '--infrastructure', option('--infrastructure', 'embedded')];
const viaDotnetRun = args.includes('--dotnet-run');
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`start.mjs: --runs '${option('--runs')}' is not a number of runs`);
  process.exit(2);
}
const program = join(root, 'VoiceAssist.AppHost/bin/Debug/net10.0/VoiceAssist.AppHost');
if (!viaDotnetRun && !existsSync(program)) {
  console.error(`start.mjs: ${program} is not built. Run: dotnet build VoiceAssist.AppHost`);
  process.exit(2);
}

const phases = [
  ['orchestrator ready', /DCP is ready/],
  ['dashboard answers', /^dashboard: /],
  ['postgres running', /voiceassist-postgres-\S+ Running/],
  ['postgres healthy', /voiceassist-postgres-\S+ Running Healthy/],
  ['redis healthy', /voiceassist-redis-\S+ Running Healthy/],
  ['worker running', /voiceassist-worker-\S+ Running/],
  ['gateway running', /voiceassist-server-\S+ Running/],
  ['worker healthy', /voiceassist-worker-\S+ Running Healthy/],
  ['gateway healthy', /voiceassist-server-\S+ Running Healthy/],
  ['all healthy', /^ready: /],
];

async function once() {
  const environment = {
    ...process.env,
    DOTNET_ENVIRONMENT: 'Development',
    Logging__LogLevel__Aspire: 'Debug',
    Logging__Console__FormatterName: 'simple',
    Logging__Console__FormatterOptions__SingleLine: 'true',
  };
  const begin = performance.now();
  const command = viaDotnetRun ? ['dotnet', ['run', '--project', join(root, 'VoiceAssist.AppHost'), '--', ...switches]] : [program, switches];
  const host = spawn(command[0], command[1], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => host.on('exit', resolve));
  const times = {};
  let gateway;
  let own;
  await new Promise((resolve, reject) => {
    let rest = '';
    host.stdout.on('data', (data) => {
      const lines = (rest + data).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        const now = (performance.now() - begin) / 1000;
        for (const [name, pattern] of phases) {
          if (!(name in times) && pattern.test(line)) times[name] = now;
        }
        gateway = /^gateway: (\S+)/.exec(line)?.[1] ?? gateway;
        if (line.startsWith('ready: ')) {
          own = Number(/ready: ([\d.]+)/.exec(line)[1]);
          resolve();
        }
      }
    });
    host.on('exit', (code) => reject(new Error(`the app host ended with exit code ${code} before it was ready`)));
  });
  const accepted = await fetch(`${gateway}/v1/jobs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"what time is it"}' });
  for (let state; state !== 'succeeded'; ) {
    state = (await (await fetch(new URL(accepted.headers.get('location'), gateway))).json()).state;
    if (state === 'failed') throw new Error('the job failed');
  }
  times['first job answered'] = (performance.now() - begin) / 1000;
  if (viaDotnetRun) {
    const build = times['all healthy'] - own;
    for (const name of Object.keys(times)) times[name] -= build;
    times['before: MSBuild and dotnet run'] = build;
  }
  const stop = performance.now();
  // dotnet run passes the signal on to the app host.
  host.kill('SIGTERM');
  const code = await ended;
  times['stop after SIGTERM'] = (performance.now() - stop) / 1000;
  if (code !== 0) throw new Error(`the app host ended with exit code ${code}`);
  return times;
}

const seconds = (value) => value.toFixed(2).padStart(6);
const all = [];
for (let run = 0; run < runs; run++) {
  const times = await once();
  process.stderr.write(`run ${run + 1} of ${runs}: first job answered after${seconds(times['first job answered'])} s\n`);
  if (run > 0 || runs === 1) all.push(times);
}
console.log('seconds'.padEnd(32), 'median    min    max');
for (const name of [...phases.map((p) => p[0]), 'first job answered', 'before: MSBuild and dotnet run', 'stop after SIGTERM']) {
  const values = all.map((t) => t[name]).filter((v) => v !== undefined).sort((a, b) => a - b);
  if (values.length > 0) {
    console.log(name.padEnd(32), seconds(values[values.length >> 1]), seconds(values[0]), seconds(values.at(-1)));
  }
}
