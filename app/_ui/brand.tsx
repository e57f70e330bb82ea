/** The two lanes of the relay, ours above, the partner's below. */
export function Brand({ href, name = 'Relais' }: { href: string; name?: string }) {
  return (
    <a className="brand" href={href}>
      <svg viewBox="0 0 30 24" strokeWidth="6" strokeLinecap="round" aria-hidden="true">
        <path stroke="#0b4a50" d="M3 8h15" />
        <path stroke="#66296b" d="M12 17h15" />
      </svg>
      {name}
    </a>
  )
}
