/** Resolved by the build to a part of OpenPGP.js that it otherwise loads on demand. */
declare module 'openpgp/spare-curves' {
  const curves: unknown
  export default curves
}
