/* A rule as the server keeps it (all / any / not over single tests) and as people edit it: groups
   of rows. Every tree can be shown as groups, and groups give back a tree of the same meaning. */
(() => {
  const JOINS = { all: "all of these are so", any: "at least one of these is so", none: "none of these is so", notall: "not all of these are so" };

  const leafRow = (tree, negated) => {
    if ("promise" in tree) {
      return { subject: "promise", promise: tree.promise, values: tree.is || [], test: negated ? "isnot" : "is" };
    }
    if ("older_than_months" in tree) {
      return { subject: "question", question: tree.question, months: String(tree.older_than_months), test: negated ? "notolder" : "older", values: [] };
    }
    if ("answered" in tree) {
      return { subject: "question", question: tree.question, test: tree.answered !== negated ? "answered" : "unanswered", values: [] };
    }
    return { subject: "question", question: tree.question || "", test: negated ? "isnot" : "is", values: tree.is || [] };
  };

  const toNode = (tree) => {
    if (tree.all) return { join: "all", rows: tree.all.map(toNode) };
    if (tree.any) return { join: "any", rows: tree.any.map(toNode) };
    if (!tree.not) return leafRow(tree, false);
    if (tree.not.any) return { join: "none", rows: tree.not.any.map(toNode) };
    if (tree.not.all) return { join: "notall", rows: tree.not.all.map(toNode) };
    if (tree.not.not) return { join: "none", rows: [toNode(tree.not)] };
    return leafRow(tree.not, true);
  };

  /* The outermost group; a single test becomes a group of one. */
  const toGroup = (tree) => {
    const node = toNode(tree);
    return node.join ? node : { join: "all", rows: [node] };
  };

  const number = (text) => (/^\d+$/.test(text) ? Number(text) : text);

  const leafTree = (row) => {
    if (row.subject === "promise") return { promise: row.promise, is: row.values };
    if (row.test === "answered" || row.test === "unanswered") return { question: row.question, answered: row.test === "answered" };
    if (row.test === "older" || row.test === "notolder") return { question: row.question, older_than_months: number(row.months || "12") };
    return { question: row.question, is: row.values };
  };

  const isNegated = (row) => row.test === "isnot" || row.test === "notolder";

  /* The tree, or null for a group without rows, which is always so. */
  const toTree = (node) => {
    if (!node.join) return isNegated(node) ? { not: leafTree(node) } : leafTree(node);
    const parts = node.rows.map(toTree).filter(Boolean);
    if (!parts.length) return null;
    if (node.join === "none") return { not: parts.length === 1 ? parts[0] : { any: parts } };
    if (node.join === "notall") return { not: { all: parts } };
    return parts.length === 1 ? parts[0] : { [node.join]: parts };
  };

  const quoted = (text) => `“${text}”`;
  const listed = (parts, word) => parts.join(` ${word} `);

  const leafWords = (row, questions) => {
    const values = (row.values || []).filter(Boolean);
    if (row.subject === "promise") {
      return `our policy’s ${quoted(row.promise || "…")} is ${row.test === "isnot" ? "not " : ""}${listed(values, "or") || "…"}`;
    }
    const question = questions.find((one) => one.key === row.question);
    const label = quoted(question ? question.label : row.question || "…");
    if (row.test === "answered") return `${label} is answered`;
    if (row.test === "unanswered") return `${label} is not answered`;
    if (row.test === "older" || row.test === "notolder") {
      return `${label} is ${row.test === "notolder" ? "not " : ""}more than ${row.months || "12"} months ago`;
    }
    const labels = values.map((value) => {
      const option = question && question.options.find((one) => one.value === value);
      return quoted(option ? option.label : value);
    });
    return `${label} is ${row.test === "isnot" ? "not " : ""}${listed(labels, "or") || "…"}`;
  };

  const words = (node, questions) => {
    if (!node.join) return leafWords(node, questions);
    const parts = node.rows.map((row) => {
      const said = words(row, questions);
      return row.join && row.rows.length > 1 ? `(${said})` : said;
    });
    if (!parts.length) return "always";
    if (node.join === "none") return `it is not so that ${listed(parts, "or")}`;
    if (node.join === "notall") return `it is not so that ${listed(parts, "and")}`;
    return listed(parts, node.join === "all" ? "and" : "or");
  };

  Object.assign(window.candourBuilder, { JOINS, toGroup, toTree, ruleWords: words });
})();
