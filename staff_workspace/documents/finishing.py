"""After typesetting: write the structure tree and the document's description into the PDF."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from .structure import Element, LinkMark

LANGUAGE = "en-GB"
PRODUCER = "Candour"


@dataclass(frozen=True)
class Description:
    """What the file says of itself; `made_on` is the date in the document, not the clock's."""

    title: str
    author: str
    subject: str
    made_on: date


def finish(content: bytes, root: Element, description: Description) -> bytes:
    """Return the PDF tagged, titled and with its language; the same input gives the same bytes."""
    with Pdf.open(BytesIO(content)) as pdf:
        _TreeWriter(pdf).write(root)
        pdf.Root.Lang = String(LANGUAGE)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _describe(pdf, description)
        result = BytesIO()
        pdf.save(result, deterministic_id=True, min_version="1.7")
        return result.getvalue()


class _TreeWriter:
    """Turns elements into PDF objects and keeps the way back from page content to them."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.parents: dict[int, dict[int, Object]] = defaultdict(dict)
        self.link_parents: list[Object] = []

    def write(self, root: Element) -> None:
        tree = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = Array([self._element(root, tree)])
        pages = len(self.pdf.pages)
        numbers = Array()
        for index, page in enumerate(self.pdf.pages):
            page.obj.StructParents = index
            page.obj.Tabs = Name.S
            owners = self.parents[index]
            numbers.extend([index, Array([owners[n] for n in range(len(owners))])])
        for place, owner in enumerate(self.link_parents):
            numbers.extend([pages + place, owner])
        tree.ParentTree = self.pdf.make_indirect(Dictionary(Nums=numbers))
        tree.ParentTreeNextKey = pages + len(self.link_parents)
        self.pdf.Root.StructTreeRoot = tree

    def _element(self, element: Element, parent: Object) -> Object:
        node = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name("/" + element.kind), P=parent)
        )
        _set_properties(node, element)
        kids = Array([self._marked(mark.page, mark.number, node) for mark in element.marks])
        kids.extend(self._link(link, node, element.alt or "Link") for link in element.links)
        kids.extend(self._element(child, node) for child in element.children if child.is_drawn)
        if len(kids):
            node.K = kids
        return node

    def _marked(self, page: int, number: int, node: Object) -> Dictionary:
        self.parents[page][number] = node
        return Dictionary(Type=Name.MCR, Pg=self.pdf.pages[page].obj, MCID=number)

    def _link(self, link: LinkMark, node: Object, words: str) -> Dictionary:
        target = self.pdf.pages[link.page].obj
        annotation = self.pdf.make_indirect(target.Annots[link.place])
        target.Annots[link.place] = annotation
        annotation.StructParent = len(self.pdf.pages) + len(self.link_parents)
        annotation.Contents = String(words)
        annotation.F = 4  # printed
        self.link_parents.append(node)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=target)


def _set_properties(node: Object, element: Element) -> None:
    if element.alt is not None:
        node.Alt = String(element.alt)
    if element.actual_text is not None:
        node.ActualText = String(element.actual_text)
    if element.scope:
        node.A = Dictionary(O=Name.Table, Scope=Name("/" + element.scope))
    if element.numbering:
        node.A = Dictionary(O=Name.List, ListNumbering=Name("/" + element.numbering))
    if element.bounds:
        box = Array([round(edge, 2) for edge in element.bounds])
        node.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)


def _describe(pdf: Pdf, description: Description) -> None:
    day = f"D:{description.made_on:%Y%m%d}000000Z"
    pdf.docinfo.update(
        {
            "/Title": String(description.title),
            "/Author": String(description.author),
            "/Subject": String(description.subject),
            "/Keywords": String(""),
            "/Creator": String(PRODUCER),
            "/Producer": String(PRODUCER),
            "/CreationDate": String(day),
            "/ModDate": String(day),
        }
    )
    packet = Stream(pdf, _xmp(description).encode())
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(packet)


def _xmp(description: Description) -> str:
    title, author, subject = (
        escape(text) for text in (description.title, description.author, description.subject)
    )
    day = f"{description.made_on:%Y-%m-%d}T00:00:00Z"
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
