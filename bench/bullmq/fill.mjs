// Adds jobs in bulk: node fill.mjs PORT PASSWORD JOBS
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';

const [port, password, jobs] = process.argv.slice(2);
const connection = new Redis({ host: '127.0.0.1', port: Number(port), password, maxRetriesPerRequest: null });
const queue = new Queue('bench', { connection });
const size = 1000;
for (let i = 0; i < Number(jobs); i += size) {
  await queue.addBulk(Array.from({ length: Math.min(size, Number(jobs) - i) }, (_, n) => ({ name: 'no-op', data: { number: i + n } })));
}
await queue.close();
await connection.quit();
