// The part of autocannon that the bench uses; it comes without types of its own.
declare module 'autocannon' {
  interface Request {
    method: string
    path: string
    headers: Record<string, string>
    body: string
  }
  interface Options {
    url: string
    connections: number
    amount: number
    requests: { method: string; path: string; setupRequest(request: Request): Request }[]
  }
  interface Outcome {
    /** Seconds. */
    duration: number
    non2xx: number
    errors: number
    /** Milliseconds. */
    latency: { p50: number; p97_5: number; p99: number; max: number }
  }
  export default function autocannon(options: Options): Promise<Outcome>
}
