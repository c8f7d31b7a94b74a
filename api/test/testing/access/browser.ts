/** A browser that goes where it is led only when it is told to, and keeps cookies. */
export function openBrowser() {
  const jar = new Map<string, string>();
  return {
    jar,
    /** Asks for an address, and answers where it leads to. */
    async follow(url: string | URL): Promise<URL> {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
      for (const set of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      return new URL(response.headers.get('location') ?? '/', url);
    },
  };
}

export type Browser = ReturnType<typeof openBrowser>;
