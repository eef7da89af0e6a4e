// A typed client of the public API and of the desk API, as a frontend would write it. `npm run generate` makes
// public.ts and desk.ts out of the OpenAPI documents; `npm run check` compiles this against them.

import createClient from "openapi-fetch";
import type { components as DeskComponents, paths as DeskPaths } from "./desk.js";
import type { components, paths } from "./public.js";

type Article = components["schemas"]["Article"];
type Change = components["schemas"]["Change"];
type Draft = DeskComponents["schemas"]["Article"];

// Details and feeds come in other media types, too: these are what answers and errors are asked for in.
type Media = "application/json" | "application/problem+json";

const site = createClient<paths, Media>({ baseUrl: "https://news.example/api/v1" });
const desk = createClient<DeskPaths, Media>({
  baseUrl: "https://news.example/api/desk",
  headers: { Authorization: "Bearer nrt_…" },
});

/** The newest articles about a person, and in how many sections they stand. */
export async function about(person: string): Promise<{ titles: string[]; sections: number }> {
  const { data, error } = await site.GET("/articles/", {
    params: { query: { person: [person], ordering: "-date", page_size: 5, facets: "section" } },
  });
  if (error) {
    throw new Error(error.detail ?? error.title);
  }
  return {
    titles: data.results.map((article) => `${article.date ?? "?"} ${article.title}`),
    sections: data.facets?.section?.length ?? 0,
  };
}

/** One article, what stands in its place, or nothing. */
export async function read(slug: string): Promise<Partial<Article> | string | null> {
  const { data, error, response } = await site.GET("/articles/{slug}/", { params: { path: { slug } } });
  if (data) {
    for (const person of data.people ?? []) {
      console.log(person.name, person.role);
    }
    return data;
  }
  if (response.status === 410 && error && "notice" in error) {
    return error.notice;
  }
  return null;
}

/** Keeps a copy of the archive: every line of the log since `last`, in order. */
export async function follow(last: number, apply: (change: Change) => Promise<void>): Promise<number> {
  for (;;) {
    const { data } = await site.GET("/changes/", { params: { query: { since: last, page_size: 100 } } });
    if (!data) {
      return last;
    }
    for (const change of data.results) {
      await apply(change);
    }
    last = data.last;
    if (data.next === null) {
      return last;
    }
  }
}

/** What a search finds, with its words marked, or what may have been meant. */
export async function search(q: string): Promise<string[]> {
  const { data } = await site.GET("/search/", { params: { query: { q } } });
  return data?.results.map((hit) => hit.title_html) ?? [];
}

/** Writes a draft and publishes the version that was written. */
export async function write(title: string, body: string): Promise<Draft["state"] | undefined> {
  const made = await desk.POST("/articles/", { body: { title, body, byline: ["Việt Trung"] } });
  if (!made.data) {
    return undefined;
  }
  await desk.POST("/articles/{pk}/publish/", {
    params: { path: { pk: made.data.id }, header: { "If-Match": `"${made.data.version}"` } },
    body: {},
  });
  const now = await desk.GET("/articles/{pk}/", { params: { path: { pk: made.data.id } } });
  return now.data?.state;
}

// The compiler refuses what the API would refuse.
// @ts-expect-error there is no such parameter
void site.GET("/articles/", { params: { query: { status: "draft" } } });
// @ts-expect-error there is no such ordering
void site.GET("/people/", { params: { query: { ordering: "slug" } } });
// @ts-expect-error a search needs q
void site.GET("/search/", { params: { query: {} } });
