/** Never seen: our server puts its refusal page in the place of every not-found answer (decision 0005). */
export default function NotFound() {
  return null
}
