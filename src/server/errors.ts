/**
 * What can go wrong on the way to an MLflow. `code` names the sentence of the message catalogue, `fields`
 * fill it in; `message` is the English sentence for logs.
 */
export class ServerError extends Error {
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;

  constructor(
    code: string,
    message: string,
    fields: Readonly<Record<string, string>> = {},
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
    this.fields = fields;
  }
}

/** No Python from 3.10 to 3.14 on the PATH. */
export class PythonNotFoundError extends ServerError {
  /** @param found those of other versions */
  constructor(found: readonly string[]) {
    const seen = found.join(', ');
    super(
      found.length > 0 ? 'PYTHON_NOT_FOUND' : 'NO_PYTHON',
      `MLflow needs Python 3.10 to 3.14 (found: ${seen || 'none'}). Install it from python.org or your package manager, or start Docker.`,
      { found: seen },
    );
  }
}

/** Python is there but cannot make virtual environments (Debian keeps that in a package of its own). */
export class VenvMissingError extends ServerError {
  constructor(python: string, version: string) {
    const fix = `apt-get install python${version}-venv`;
    super('PYTHON_VENV_MISSING', `${python} has no venv module. On Debian and Ubuntu: ${fix}.`, {
      python,
      fix,
    });
  }
}

/** The package index could not be reached. */
export class NoNetworkError extends ServerError {
  constructor(log: string) {
    super(
      'NO_NETWORK',
      `The package index could not be reached, so MLflow is not installed. Connect to the network and run the command again; details in ${log}.`,
      { log },
    );
  }
}

/** No space left on the device, while installing or starting. */
export class DiskFullError extends ServerError {
  constructor(folder: string, cause?: unknown) {
    super('DISK_FULL', `The disk is full: free about 1 GB for ${folder}.`, { folder }, cause);
  }
}

/** pip failed in a way that none of the others describes. */
export class InstallFailedError extends ServerError {
  constructor(log: string, lastLines: string) {
    super('INSTALL_FAILED', `MLflow could not be installed (details in ${log}): ${lastLines}`, {
      log,
      lastLines,
    });
  }
}

/** The port a server must have again is used by another program. */
export class PortTakenError extends ServerError {
  constructor(port: number) {
    super(
      'PORT_TAKEN',
      `Port ${port} is used by another program: stop that program, or run the command again to use another port.`,
      { port: String(port) },
    );
  }
}

/** Our MLflow ended, or did not answer in time, while starting. */
export class StartFailedError extends ServerError {
  constructor(log: string, lastLines: string) {
    super('START_FAILED', `MLflow did not start (details in ${log}): ${lastLines}`, {
      log,
      lastLines,
    });
  }
}

/** Nothing answers at MLFLOW_TRACKING_URI. */
export class UnreachableError extends ServerError {
  constructor(uri: string, cause: unknown) {
    super(
      'UNREACHABLE',
      `No MLflow answers at MLFLOW_TRACKING_URI=${uri}: start that server, or unset the variable.`,
      { uri },
      cause,
    );
  }
}

/** Something answers at MLFLOW_TRACKING_URI, but it is no MLflow tracking server. */
export class NotMlflowError extends ServerError {
  constructor(uri: string, answer: string) {
    super('NOT_MLFLOW', `What answers at MLFLOW_TRACKING_URI=${uri} is not MLflow: ${answer}`, {
      uri,
      answer,
    });
  }
}

/** The MLflow at MLFLOW_TRACKING_URI is of another major version. */
export class OtherMajorVersionError extends ServerError {
  constructor(uri: string, found: string, wanted: string) {
    super(
      'OTHER_MAJOR_VERSION',
      `The MLflow at MLFLOW_TRACKING_URI=${uri} is ${found}; this workshop needs version ${wanted.split('.')[0]}.`,
      { uri, found, wanted },
    );
  }
}

/** A setting of the environment has a value that means nothing. */
export class BadSettingError extends ServerError {
  constructor(name: string, value: string, allowed: string) {
    super('BAD_SETTING', `${name}=${value} is not understood: use ${allowed}.`, {
      name,
      value,
      allowed,
    });
  }
}

/** A container was asked for, but no Docker engine answers. */
export class NoEngineError extends ServerError {
  constructor(reason: string) {
    super('NO_DOCKER_ENGINE', `No Docker engine answers (${reason}).`, { reason });
  }
}

/** The official image could not be pulled or its container not started. */
export class ContainerFailedError extends ServerError {
  constructor(image: string, cause: unknown) {
    const said = cause instanceof Error ? cause.message : String(cause);
    super(
      'CONTAINER_FAILED',
      `The container of ${image} did not start: ${said}`,
      { image, said },
      cause,
    );
  }
}
