#!/usr/bin/env node
// Whether memory follows the load: an ASP.NET process under the memory limit of the published gateway, with the garbage collector settings that
// its plan derives and without them. An autoscaler that looks at memory can only scale down when it does.
//
//   node bench/memory.mjs [--environment NAME] [--seconds N] [--rate N] [--runs N]
//
//   --environment NAME  whose limit, request, target and settings (default prod)
//   --seconds N         of each of the three phases idle, load, after (default 20)
//   --rate N            requests per second under load, 0.5 MiB each (default 300)
//   --runs N            runs of each (default 3)
//
// Build first: dotnet build -c Release bench/VoiceAssist.MemoryBench. Needs root and Linux: the limit is a control group's.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const option = (name, fallback) => (args.includes(name) ? args[args.indexOf(name) + 1] : fallback);
const number = (name, fallback) => {
  const value = Number(option(name, fallback));
  if (!Number.isInteger(value) || value < 1) fail(`${name} '${option(name)}' is not a whole number from 1`);
  return value;
};
const environment = option('--environment', 'prod');
const seconds = number('--seconds', 20);
const rate = number('--rate', 300);
const runs = number('--runs', 3);
const program = join(root, 'bench/VoiceAssist.MemoryBench/bin/Release/net10.0/VoiceAssist.MemoryBench');
const plan = join(root, `k8s/performance/rendered/${environment}.yaml`);
for (const [file, remedy] of [[program, 'dotnet build -c Release bench/VoiceAssist.MemoryBench'], [plan, 'an environment of k8s/performance/rendered']]) {
  if (!existsSync(file)) fail(`${file} is not there: ${remedy}`);
}

function fail(text) {
  console.error(`memory.mjs: ${text}`);
  process.exit(2);
}

// What the plan gives the gateway: a few lines of its Deployment and its HorizontalPodAutoscaler.
const documents = readFileSync(plan, 'utf8').split('\n---\n');
const document = (kind, name) => documents.find((d) => new RegExp(`^kind: ${kind}$`, 'm').test(d) && new RegExp(`^  name: ${name}$`, 'm').test(d)) ?? fail(`${plan} has no ${kind} ${name}`);
const deployment = document('Deployment', 'voiceassist-server');
const settings = Object.fromEntries([...deployment.matchAll(/- name: (DOTNET_GC\w+)\n\s+value: "?(\w+)"?/g)].map((m) => [m[1], m[2]]));
const mebibytes = (text) => Number(text.replace(/[A-Z]i$/, '')) * (text.endsWith('Gi') ? 1024 : 1);
const memory = (section) => mebibytes(new RegExp(`${section}:\\n\\s+cpu: \\S+\\n\\s+memory: (\\S+)`).exec(deployment)[1]);
const [limit, request] = [memory('limits'), memory('requests')];
const percent = Number(/name: memory\n\s+target:\n\s+averageUtilization: (\d+)/.exec(document('HorizontalPodAutoscaler', 'voiceassist-server-hpa'))[1]);
const target = (request * percent) / 100;

const isUnified = existsSync('/sys/fs/cgroup/cgroup.controllers');
const group = join(isUnified ? '/sys/fs/cgroup' : '/sys/fs/cgroup/memory', `voiceassist-bench-${process.pid}`);
try {
  mkdirSync(group);
  writeFileSync(join(group, isUnified ? 'memory.max' : 'memory.limit_in_bytes'), String(limit * 2 ** 20));
} catch (error) {
  fail(`no control group with a memory limit can be made (${error.code}): run as root on Linux`);
}

async function run(variables) {
  const child = spawn('/bin/sh', ['-c', 'echo $$ > "$0/cgroup.procs" && exec "$@"', group, program, String(seconds), String(rate)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...Object.fromEntries(Object.entries(process.env).filter(([k]) => !k.startsWith('DOTNET_GC'))), ...variables },
  });
  const phases = { idle: [], load: [], after: [] };
  for await (const line of createInterface(child.stdout)) {
    const [phase, , resident] = line.split(' ');
    phases[phase].push(Number(resident));
  }
  if (child.exitCode !== 0 && (await new Promise((resolve) => child.on('close', resolve))) !== 0) throw new Error(`${program} failed`);
  // The second half of a phase: the first belongs to the change.
  return Object.fromEntries(Object.entries(phases).map(([phase, values]) => [phase, median(values.slice(values.length / 2))]));
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const none = Object.fromEntries(Object.keys(settings).map((k) => [k, undefined]));
try {
  console.log(`limit ${limit} MiB, request ${request} MiB, target ${percent} % = ${target} MiB; ${rate} requests/s of 0.5 MiB, ${seconds} s a phase, ${runs} runs; resident MiB, median (range)`);
  const results = {};
  for (const [name, variables] of [
    ['as planned', settings],
    ['without settings', none],
    ['without dynamic adaptation', { DOTNET_GCDynamicAdaptationMode: '0' }],
  ]) {
    const all = [];
    for (let i = 0; i < runs; i++) all.push(await run(variables));
    const cell = (phase) => {
      const values = all.map((r) => r[phase]);
      return `${phase} ${String(median(values)).padStart(5)} (${Math.min(...values)} to ${Math.max(...values)})`.padEnd(28);
    };
    results[name] = median(all.map((r) => r.after));
    console.log(`${name.padEnd(28)}${cell('idle')}${cell('load')}${cell('after')}`);
  }
  for (const name of Object.keys(results).slice(1)) console.log(`${name} : as planned, after the load = ${(results[name] / results['as planned']).toFixed(2)}`);
  const held = results['as planned'] > target;
  console.log(held ? `As planned, memory stays above the target after the load: the autoscaler could not scale down.` : `As planned, memory after the load is ${Math.round((results['as planned'] / target) * 100)} % of the target.`);
  process.exitCode = held ? 1 : 0;
} finally {
  rmdirSync(group);
}
