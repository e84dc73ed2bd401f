import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Watched {
  address: string;
  /** every request and every attempt at a connection */
  hits: string[];
  close(): void;
}

/** A server that nobody may reach; it would answer everybody. */
export async function watchedServer(): Promise<Watched> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response
      .writeHead(200, { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" })
      .end();
  });
  server.on("connection", () => hits.push("a connection"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
