// Health check of a container: ends with 0 when the address answers.
import { answersHttp } from './http-probe.mjs';

process.exitCode = (await answersHttp(process.argv[2] ?? '')) ? 0 : 1;
