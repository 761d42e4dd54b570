// Numbers for Prometheus: what was asked, how long it took, what was judged.

const BOUNDS_MS = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 5000];

class Histogram {
  private readonly counts = BOUNDS_MS.map(() => 0);
  private sum = 0;
  private all = 0;

  add(ms: number): void {
    this.sum += ms;
    this.all++;
    const at = BOUNDS_MS.findIndex((bound) => ms <= bound);
    if (at >= 0) this.counts[at] = (this.counts[at] ?? 0) + 1;
  }

  lines(name: string, labels: string): string[] {
    let below = 0;
    const rows = BOUNDS_MS.map((bound, i) => {
      below += this.counts[i] ?? 0;
      return `${name}_bucket{${labels}le="${bound / 1000}"} ${below}`;
    });
    const plain = labels.replace(/,$/, '');
    return [
      ...rows,
      `${name}_bucket{${labels}le="+Inf"} ${this.all}`,
      `${name}_sum{${plain}} ${(this.sum / 1000).toFixed(6)}`,
      `${name}_count{${plain}} ${this.all}`,
    ];
  }
}

export class Metrics {
  private readonly requests = new Map<string, number>();
  private readonly took = new Map<string, Histogram>();
  private readonly verdicts = new Map<string, number>();
  private readonly judging = new Histogram();

  request(route: string, status: number, ms: number): void {
    const key = `route="${route}",status="${status}"`;
    this.requests.set(key, (this.requests.get(key) ?? 0) + 1);
    let took = this.took.get(route);
    if (took === undefined) this.took.set(route, (took = new Histogram()));
    took.add(ms);
  }

  verdict(verdict: string, ms: number): void {
    this.verdicts.set(verdict, (this.verdicts.get(verdict) ?? 0) + 1);
    this.judging.add(ms);
  }

  /** `waiting`: runs that nobody has judged yet. */
  text(waiting: number): string {
    const { rss, heapUsed } = process.memoryUsage();
    return [
      '# HELP syntony_requests_total Requests by route and status.',
      '# TYPE syntony_requests_total counter',
      ...[...this.requests].map(([labels, n]) => `syntony_requests_total{${labels}} ${n}`),
      '# HELP syntony_request_seconds How long they took.',
      '# TYPE syntony_request_seconds histogram',
      ...[...this.took].flatMap(([route, one]) => one.lines('syntony_request_seconds', `route="${route}",`)),
      '# HELP syntony_verdicts_total Runs judged, by verdict.',
      '# TYPE syntony_verdicts_total counter',
      ...[...this.verdicts].map(([verdict, n]) => `syntony_verdicts_total{verdict="${verdict}"} ${n}`),
      '# HELP syntony_judging_seconds From taken to kept.',
      '# TYPE syntony_judging_seconds histogram',
      ...this.judging.lines('syntony_judging_seconds', ''),
      '# HELP syntony_runs_waiting Runs that wait for a verdict.',
      '# TYPE syntony_runs_waiting gauge',
      `syntony_runs_waiting ${waiting}`,
      '# HELP process_resident_memory_bytes Memory of this process.',
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${rss}`,
      '# TYPE nodejs_heap_used_bytes gauge',
      `nodejs_heap_used_bytes ${heapUsed}`,
      '',
    ].join('\n');
  }
}
