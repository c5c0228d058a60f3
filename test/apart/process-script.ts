import { serveProcess } from '../../src/apart/serve.ts';
import { answer } from './work.ts';

serveProcess(answer);
