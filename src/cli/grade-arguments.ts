/** The options of `grade` as citty reads them. Apart from what they mean: every command loads this. */
export const GRADE_ARGUMENTS = {
  out: { type: 'string' },
  exercises: { type: 'string' },
  jobs: { type: 'string' },
  sandbox: { type: 'string' },
  timeout: { type: 'string' },
  memory: { type: 'string' },
  moodle: { type: 'string' },
  only: { type: 'string' },
  regrade: { type: 'boolean' },
  'allow-decrease': { type: 'boolean' },
  keep: { type: 'boolean', default: true },
} as const;
