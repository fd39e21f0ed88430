/** The last step of setup.sh: installs the embedded MLflow, while the autograder's image is built. */
import { ensurePython } from '../../server/index.ts';
import { createConsole } from '../console.ts';
import { progressPrinter } from '../open-server.ts';
import { project } from '../project.ts';

const io = await createConsole();
await ensurePython({ stateFolder: project.state, env: io.env, onProgress: progressPrinter(io) });
io.quiet();
