import { serveThread } from '../../src/apart/serve.ts';
import { answer } from './work.ts';

serveThread(answer);
