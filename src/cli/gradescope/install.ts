/**
 * The last step of setup.sh, while the autograder's image is built: installs the embedded MLflow and the Python of
 * scripts and notebooks, and makes the models that are arranged for those.
 */
import { ensurePython } from '../../server/index.ts';
import { createConsole } from '../console.ts';
import { progressPrinter } from '../open-server.ts';
import { project } from '../project.ts';
import { submissionPython } from '../submission-python.ts';

const io = await createConsole();
await ensurePython({ stateFolder: project.state, env: io.env, onProgress: progressPrinter(io) });
const { arranged } = await submissionPython(io);
await arranged();
io.quiet();
