// How likely an event is at least, and at most, when it was seen k times in n: Clopper and Pearson (1934), which is never too sure,
// whatever n and k are. The tails of the binomial law are read off the regularised incomplete beta function.

/** Coefficients of Lanczos' approximation (g = 7, nine terms): about fifteen digits for every positive argument. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

function logGamma(x: number): number {
  const [first = 0, ...rest] = LANCZOS
  const sum = rest.reduce((total, coefficient, index) => total + coefficient / (x + index), first)
  const base = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum)
}

const SMALLEST = 1e-300
const PRECISION = 1e-15
/** The fraction takes about √max(a, b) steps: enough for some ten million samples. */
const MOST_STEPS = 20_000

/** The continued fraction of I_x(a, b), by Lentz' method as Thompson and Barnett changed it (NIST DLMF 8.17.22). */
function betaFraction(x: number, a: number, b: number): number {
  const away = (value: number): number => (Math.abs(value) < SMALLEST ? SMALLEST : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    let change = 1
    for (const term of [even, odd]) {
      d = 1 / away(1 + term * d)
      c = away(1 + term / c)
      change = c * d
      fraction *= change
    }
    if (Math.abs(change - 1) < PRECISION) return fraction
  }
  throw new Error('the continued fraction did not settle')
}

/** I_x(a, b), for positive a and b. It is computed on the side of its mean where the fraction settles fast. */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** Doubles hold 53 bits; a bound as small as 10⁻⁷ needs some twenty halvings before the first of them. */
const HALVINGS = 80

/** Where an increasing function of a probability passes `target`; the side on which it has not yet. */
function crossing(target: number, increasing: (p: number) => number): { below: number; above: number } {
  let [below, above] = [0, 1]
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (below + above) / 2
    if (increasing(middle) < target) below = middle
    else above = middle
  }
  return { below, above }
}

/** The greatest p under which seeing the event `seen` times or more of `tries` would have probability `alpha` at most. */
export const lowerBound = (seen: number, tries: number, alpha: number): number =>
  seen === 0 ? 0 : crossing(alpha, (p) => regularisedBeta(p, seen, tries - seen + 1)).below

/** The smallest p under which seeing it `seen` times or fewer would: the lower bound of its not being seen, from the other side. */
export const upperBound = (seen: number, tries: number, alpha: number): number =>
  seen === tries ? 1 : crossing(1 - alpha, (p) => regularisedBeta(p, seen + 1, tries - seen)).above
