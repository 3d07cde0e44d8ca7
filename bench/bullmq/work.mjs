// Runs no-op jobs: node work.mjs PORT PASSWORD JOBS CONCURRENCY
// Prints `rate R`: completed jobs per second after the first quarter, which warms the process up.
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';

const [port, password, total, concurrency] = process.argv.slice(2);
const jobs = Number(total);
const warm = Math.floor(jobs / 4);
let completed = 0;
let begun = 0;
const connection = new Redis({ host: '127.0.0.1', port: Number(port), password, maxRetriesPerRequest: null });
const worker = new Worker('bench', async () => ({}), {
  connection,
  concurrency: Number(concurrency),
});
await new Promise((resolve) => {
  worker.on('completed', () => {
    completed++;
    if (completed === warm) begun = performance.now();
    if (completed === jobs) resolve();
  });
});
console.log(`rate ${Math.round(((jobs - warm) * 1000) / (performance.now() - begun))}`);
await worker.close();
await connection.quit();
