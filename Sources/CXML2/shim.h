#pragma once
#include <libxml/xmlversion.h>
// Where libxml2 was built with ICU its headers pull in the system's ICU, whose types clash with
// those of the ICU that Foundation carries. Only the inside of a conversion handler, which is
// never looked into here, depends on it.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
