#!/usr/bin/env node
// How long publishing takes: the whole tree as a process, planning and rendering inside a warm process, and `kubectl kustomize` of one
// overlay of the same tree.
//
//   node bench/publish.mjs [--runs N] [--overlay NAME]
//
//   --runs N        runs of each (default 15); one more before them, which may fill caches, is not counted
//   --overlay NAME  the overlay for kubectl (default prod)
//
// Build first: dotnet build VoiceAssist.AppHost; dotnet build -c Release bench/VoiceAssist.PublishBench. KUBECTL names a kubectl >= 1.31.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const option = (name, fallback) => (args.includes(name) ? args[args.indexOf(name) + 1] : fallback);
const runs = Number(option('--runs', '15'));
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`publish.mjs: --runs '${option('--runs')}' is not a number of runs`);
  process.exit(2);
}
const overlay = option('--overlay', 'prod');
const kubectl = process.env.KUBECTL || 'kubectl';
const bench = join(root, 'bench/VoiceAssist.PublishBench/bin/Release/net10.0/VoiceAssist.PublishBench');
if (!existsSync(bench)) {
  console.error(`publish.mjs: ${bench} is not built. Run: dotnet build -c Release bench/VoiceAssist.PublishBench`);
  process.exit(2);
}
const app = join(root, 'VoiceAssist.AppHost/bin/Debug/net10.0/VoiceAssist.AppHost');
if (!existsSync(app)) {
  console.error(`publish.mjs: ${app} is not built. Run: dotnet build VoiceAssist.AppHost`);
  process.exit(2);
}
const directory = mkdtempSync(join(tmpdir(), 'publish-'));

// The wall time of a program, in milliseconds.
function time(program, parameters) {
  const begin = performance.now();
  const result = spawnSync(program, parameters, { encoding: 'utf8' });
  const elapsed = performance.now() - begin;
  if (result.error || result.status !== 0) throw new Error(`${program} ${parameters.join(' ')}: ${result.error ?? result.stderr}`);
  return elapsed;
}

function measure(run) {
  run();
  return Array.from({ length: runs }, run).sort((a, b) => a - b);
}

const quantile = (times, q) => times[Math.round((times.length - 1) * q)];
const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const line = (name, times) => console.log(`${name.padEnd(44)} median ${ms(quantile(times, 0.5)).padStart(8)}, range ${ms(times[0])} to ${ms(times.at(-1))}`);

try {
  // Every run writes the whole tree anew.
  const process_ = measure(() => {
    rmSync(directory, { recursive: true, force: true });
    return time(app, ['--operation', 'publish', '--step', 'publish', '--output-path', directory]);
  });
  line('whole tree, as a process', process_);

  const inside = spawnSync(bench, [String(runs + 100)], { encoding: 'utf8' }).stdout.trim().split('\n').map((l) => l.split(' ').map(Number));
  const warm = inside.slice(-runs);
  const sorted = (values) => values.sort((a, b) => a - b);
  line('planning and rendering, first time', [inside[0][0] + inside[0][1]]);
  line('planning and rendering, warm', sorted(warm.map((r) => r[0] + r[1])));
  line('  of it rendering', sorted(warm.map((r) => r[1])));

  if (spawnSync(kubectl, ['version', '--client']).status === 0) {
    const kustomize = measure(() => time(kubectl, ['kustomize', join(directory, 'overlays', overlay)]));
    line(`kubectl kustomize overlays/${overlay}, as a process`, kustomize);
    const ratio = (a, b) => `${(quantile(process_, a) / quantile(kustomize, b)).toFixed(2)}`;
    console.log(`whole tree : one kubectl kustomize = ${ratio(0.5, 0.5)} (quartiles ${ratio(0.25, 0.75)} to ${ratio(0.75, 0.25)})`);
  } else {
    console.log('kubectl kustomize: not measured, there is no kubectl (name one with KUBECTL)');
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
