// The processes that are killed and started again, which of them answer, and what they said before they went.

import { startService, type ServiceProcess } from '../service/process.ts';
import type { Where } from './load.ts';
import { namedUrl } from './witness.ts';

type Role = 'all' | 'web' | 'worker';

export interface CrewOptions {
  readonly databaseUrl: string;
  readonly dataDir: string;
}

export class Crew implements Where {
  /** Ended though nobody killed it, and lines of its log that only a bug writes. */
  readonly troubles: string[] = [];
  private readonly options: CrewOptions;
  private readonly alive = new Map<string, ServiceProcess>();
  private readonly starting = new Set<Promise<ServiceProcess>>();
  private readonly names = new Map<string, string>();
  private waiting: (() => void)[] = [];
  private turn = 0;
  private isStopped = false;

  constructor(options: CrewOptions) {
    this.options = options;
  }

  /** `name`: to be killed by, and whose work it is where work is counted. */
  async start(name: string, role: Role = 'all', countedAs: string = name): Promise<void> {
    const { databaseUrl, dataDir } = this.options;
    const started = startService(
      { LIMITS: 'off', DATA_DIR: dataDir, DATABASE_URL: namedUrl(databaseUrl, countedAs) },
      role,
    );
    this.starting.add(started);
    const service = await started.finally(() => this.starting.delete(started));
    if (this.isStopped) return service.kill();
    this.alive.set(name, service);
    service.child.stdout?.on('data', (text: Buffer) => this.hear(name, String(text)));
    service.child.stderr?.on('data', (text: Buffer) => this.hear(name, String(text)));
    service.child.once('exit', (code) => {
      if (this.alive.get(name) !== service) return;
      this.alive.delete(name);
      this.troubles.push(`${name} ended by itself, with ${code}`);
      // as whoever watches over it would: what it had acknowledged is to be judged all the same
      void this.start(name, role, countedAs).catch((error: unknown) => this.troubles.push(`${name}: ${String(error)}`));
    });
    if (service.url === '') return;
    this.names.set(service.url, countedAs);
    for (const go of this.waiting.splice(0)) go();
  }

  /** At once, whatever it is doing. */
  async kill(name: string): Promise<void> {
    const service = this.alive.get(name);
    this.alive.delete(name);
    await service?.kill();
  }

  isAlive(name: string): boolean {
    return this.alive.has(name);
  }

  /** As by Ctrl-C. */
  async stop(): Promise<void> {
    this.isStopped = true;
    const all = [...this.alive.values()];
    this.alive.clear();
    // whoever is on the way is waited for: nobody has hold of them before
    const late = [...this.starting].map((one) => one.then((service) => service.kill()).catch(() => undefined));
    await Promise.all([...all.map((one) => one.stop()), ...late]);
  }

  /** One after the other, so that webs are asked alike. */
  async url(): Promise<string> {
    for (;;) {
      const webs = [...this.alive.values()].filter(({ url }) => url !== '');
      const next = webs[this.turn++ % webs.length];
      if (next !== undefined) return next.url;
      await new Promise<void>((go) => this.waiting.push(go));
    }
  }

  nameOf(url: string): string {
    return this.names.get(url) ?? url;
  }

  private hear(name: string, text: string): void {
    for (const line of text.split('\n'))
      if (line.trim() !== '' && this.troubles.length < 100) this.troubles.push(`${name} said: ${line.slice(0, 500)}`);
  }
}

/** What has to be ended, the last first; also when somebody presses Ctrl-C. */
export class Ends {
  /** Somebody wants all of it to end, and nothing else is done any more. */
  isTold = false;
  private readonly all: (() => Promise<void> | void)[] = [];
  private running: Promise<void> | null = null;

  add(end: () => Promise<void> | void): void {
    this.all.push(end);
  }

  run(): Promise<void> {
    this.running ??= this.each().finally(() => (this.running = null));
    return this.running;
  }

  private async each(): Promise<void> {
    for (let end = this.all.pop(); end !== undefined; end = this.all.pop()) await end();
  }
}
